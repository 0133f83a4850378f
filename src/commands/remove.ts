import { addToList, removeFromList } from '../config/edit-list.ts'
import { keepDollars } from '../config/fill-environment.ts'
import { openConfigEdit } from '../config/open-config-edit.ts'
import { parseYaml } from '../config/parse-yaml.ts'
import { showFile } from '../config/show-file.ts'
import { makeFeedName } from '../planet/make-subscriptions.ts'
import { makeLine } from '../text/make-line.ts'
import { askText, isInteractive } from './ask-operator.ts'
import { exitCodes } from './exit-codes.ts'
import { findFeedArgument } from './find-feed-argument.ts'
import { findFeedIndex } from './find-feed-index.ts'
import type { RemoveFlags } from './flags.ts'
import { listKnownFeeds } from './list-known-feeds.ts'
import { loadPlanet } from './load-planet.ts'
import { print, printJson } from './print.ts'
import { UsageError } from './usage-error.ts'

/** What happens to the stored entries of a removed feed. */
type Past = 'keep' | 'purge'

/**
 * `planet remove`: take a feed out of feeds.yaml. Its entries stay, or go with it (`--purge`): then the feed is written under `purged:`,
 * and the next build takes its entries down.
 *
 * @param word address, name or slug of a listed feed
 * @returns the exit code
 */
export async function runRemove(word: string, flags: RemoveFlags): Promise<number> {
  if (flags.keep && flags.purge) throw new UsageError('--keep and --purge say opposite things; leave one out')
  const places = await loadPlanet(flags)
  const { file } = places.config
  const feed = findFeedArgument(word, await listKnownFeeds(places))
  const { url } = feed.source
  const edit = await openConfigEdit(file)
  const written = parseYaml(edit.text)
  const index = findFeedIndex(written, url)
  const name = `"${makeLine(makeFeedName(feed.source, feed.state.about))}"`
  if (feed.source.from !== undefined) {
    throw new UsageError(
      `${name} comes from the reading list ${feed.source.from}; take it out there, or write it into feeds.yaml with paused:`,
    )
  }
  if (index === -1) {
    throw new UsageError(`${name} stands in no line of ${showFile(file)} that planet can edit; take it out by hand`)
  }
  const { line } = written.placeOf(['feeds', index])
  const past = await choosePast(name, flags)
  if (past === undefined) return say(flags, 'Nothing was done.')
  const removed = removeFromList(edit.text, 'feeds', index)
  const text =
    removed === undefined || past === 'keep' ? removed : addToList(removed, 'purged', { feed: keepDollars(url) })
  if (text === undefined) {
    throw new UsageError(`the list feeds: is written in a way that planet cannot edit; take line ${line} out by hand`)
  }
  if (flags.dryRun) return say(flags, `Would take ${name} out of ${showFile(file)}, line ${line}; nothing was written.`)
  await edit.write(text)
  const after = past === 'keep' ? 'its entries stay (planet purge takes them down)' : 'its entries go at the next build'
  return say(flags, `Took ${name} out of ${showFile(file)}, line ${line}; ${after}.`, { url, line, past })
}

/** Asked on a terminal only: published entries stay unless somebody says otherwise. */
async function choosePast(name: string, flags: RemoveFlags): Promise<Past | undefined> {
  if (flags.keep || flags.purge) return flags.purge ? 'purge' : 'keep'
  if (flags.json || flags.dryRun || !isInteractive()) return 'keep'
  const answer = await askText(`Keep the past entries of ${name}, or delete them? [keep/delete/cancel] (keep) `)
  if (answer === '' || /^k(eep)?$/i.test(answer)) return 'keep'
  return /^d(elete)?$/i.test(answer) ? 'purge' : undefined
}

function say({ json, quiet }: RemoveFlags, text: string, removed?: { url: string; line: number; past: Past }): number {
  if (json) printJson({ schema: 1, done: removed !== undefined, ...removed })
  else if (!quiet) print(`${text}\n`)
  return exitCodes.done
}
