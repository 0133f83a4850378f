import path from 'node:path'
import { keepDollars } from '../config/fill-environment.ts'
import { openConfigEdit } from '../config/open-config-edit.ts'
import { parseYaml } from '../config/parse-yaml.ts'
import { replaceFeedUrl } from '../config/replace-feed-url.ts'
import type { Move } from '../model.ts'
import { storeState } from '../pipeline/store-state.ts'
import { makeFeedName } from '../planet/make-subscriptions.ts'
import { lockBuild } from '../store/lock-build.ts'
import { hasStore, openStore, readHolder } from '../store/open-store.ts'
import { explainDamage } from '../store/state-error.ts'
import type { Store, StoredFeed } from '../store/store.ts'
import { exitCodes } from './exit-codes.ts'
import { findFeedArgument } from './find-feed-argument.ts'
import { findFeedIndex } from './find-feed-index.ts'
import type { MovedFlags } from './flags.ts'
import { loadPlanet, type PlanetPlaces } from './load-planet.ts'
import { print, printJson } from './print.ts'
import { UsageError } from './usage-error.ts'

type Moved = { feed: StoredFeed; name: string; move: Move }
/** One line of feeds.yaml that was written. */
type Written = { from: string; to: string; line: number }

/**
 * `planet moved`: which feeds have another address than feeds.yaml says, since their servers said so for good; with `--apply`
 * the new ones are written there. One at another domain is written only where it is named: a domain that was bought would say
 * the same.
 *
 * @param words feeds; none: all that moved within their domain
 * @returns the exit code
 */
export async function runMoved(words: string[], flags: MovedFlags): Promise<number> {
  const places = await loadPlanet(flags)
  if (!(await hasStore(places.state))) return say(flags, 'Nothing is stored yet: run planet build.\n', [], [])
  const lock = flags.apply ? await lockBuild(places.state, () => readHolder(places.state)) : undefined
  try {
    const store = await openStore(places.state)
    try {
      const all = await listMoved(store, places)
      if (!flags.apply) return say(flags, renderList(all), all, [])
      const chosen = choose(words, all)
      const written = await write(chosen, places, store)
      return say(flags, renderWritten(written, all.length - chosen.length, places), all, written)
    } finally {
      await store.close()
    }
  } catch (error) {
    throw explainDamage(error, path.join(places.state, 'planet.db'))
  } finally {
    await lock?.release()
  }
}

async function listMoved(store: Store, { config }: PlanetPlaces): Promise<Moved[]> {
  const listed = new Set(config.feeds.map(({ url }) => url))
  return (await store.feeds()).flatMap((feed) => {
    const { moved } = feed.state
    if (moved === undefined || !listed.has(feed.source.url)) return []
    return [{ feed, name: makeFeedName(feed.source, feed.state.about), move: moved }]
  })
}

function choose(words: string[], all: Moved[]): Moved[] {
  if (words.length === 0) return all.filter(({ move }) => move.isAdopted)
  const feeds = all.map(({ feed }) => feed)
  const urls = words.map((word) => findFeedArgument(word, feeds).source.url)
  return all.filter(({ feed }) => urls.includes(feed.source.url))
}

/** All in one edit, and the store told first: the next build must know them as the same feeds. */
async function write(chosen: Moved[], { config }: PlanetPlaces, store: Store): Promise<Written[]> {
  const edit = await openConfigEdit(config.file)
  let { text } = edit
  const written: Written[] = []
  for (const { feed, move } of chosen) {
    const from = feed.source.url
    const yaml = parseYaml(text)
    const index = findFeedIndex(yaml, from)
    const edited = index === -1 ? undefined : replaceFeedUrl(text, index, keepDollars(move.to))
    if (edited === undefined)
      throw new UsageError(
        `${from} stands in feeds.yaml in a way that planet cannot edit; write ${move.to} there by hand`,
      )
    text = edited
    written.push({ from, to: move.to, line: yaml.placeOf(['feeds', index]).line })
  }
  for (const { feed, move } of chosen) {
    if (move.isAdopted) continue
    const state = { ...feed.state, moved: { ...move, isAdopted: true } }
    await storeState(store, feed.source.url, state, new Date())
  }
  if (written.length > 0) await edit.write(text)
  return written
}

function renderList(all: Moved[]): string {
  if (all.length === 0) return 'No feed has moved.\n'
  const lines = all.map(({ feed, name, move }) => {
    const how = move.isAdopted ? 'asked there since' : 'at another domain, and not asked there; since'
    return `${name}\n  ${feed.source.url}\n  → ${move.to}   (${how} ${move.since.toISOString().slice(0, 10)})\n`
  })
  const adopted = all.filter(({ move }) => move.isAdopted).length
  const hints = [
    ...(adopted > 0 ? ['planet moved --apply         writes the new addresses into feeds.yaml\n'] : []),
    ...(adopted < all.length
      ? ['planet moved --apply FEED    writes one of another domain, once you have looked at it\n']
      : []),
  ]
  return `${lines.join('')}\n${hints.join('')}`
}

function renderWritten(written: Written[], left: number, { config }: PlanetPlaces): string {
  const name = path.basename(config.file)
  const lines = written.map(({ from, to, line }) => `${name} line ${line}: ${from} → ${to}\n`)
  const rest =
    left === 0 ? '' : `${left} ${left === 1 ? 'feed' : 'feeds'} at another domain left as written: planet moved\n`
  return (written.length === 0 ? 'Nothing was written.\n' : lines.join('')) + rest
}

function say(flags: MovedFlags, text: string, all: Moved[], written: Written[]): number {
  const moved = all.map(({ feed, name, move }) => ({
    url: feed.source.url,
    name,
    to: move.to,
    since: move.since,
    isAdopted: move.isAdopted,
  }))
  if (flags.json) printJson({ schema: 1, moved, written })
  else if (!flags.quiet) print(text)
  return exitCodes.done
}
