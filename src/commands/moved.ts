import { makeFeedKey } from '../config/make-feed-key.ts'
import { openConfigEdit } from '../config/open-config-edit.ts'
import { showFile } from '../config/show-file.ts'
import type { Move } from '../model.ts'
import { storeState } from '../pipeline/store-state.ts'
import { makeFeedName } from '../planet/make-subscriptions.ts'
import { hasStore } from '../store/open-store.ts'
import type { Store, StoredFeed } from '../store/store.ts'
import { countColumns } from '../text/count-columns.ts'
import { makeLine } from '../text/make-line.ts'
import { wrapText } from '../text/wrap-text.ts'
import { writeTime } from '../text/write-time.ts'
import { exitCodes } from './exit-codes.ts'
import { findFeedArgument } from './find-feed-argument.ts'
import type { MovedFlags } from './flags.ts'
import { loadPlanet, type PlanetPlaces } from './load-planet.ts'
import { findColumns, print, printJson } from './print.ts'
import { replaceAddress } from './replace-address.ts'
import { UsageError } from './usage-error.ts'
import { useLockedStore, useStore } from './use-store.ts'

/** `twin` is the feed of feeds.yaml that has the new address already. */
type Moved = { feed: StoredFeed; name: string; move: Move; twin: string | undefined }
/** One line of feeds.yaml that was written. */
type Written = { from: string; to: string; line: number }

/**
 * `planet moved`: list the feeds that their servers have permanently redirected from the address in feeds.yaml; with `--apply` the new
 * addresses are written there. A move to another domain is written only where the feed is named: whoever bought the old domain could
 * redirect it, too.
 *
 * @param words feeds; where empty, all that moved within their domain
 * @returns the exit code
 */
export async function runMoved(words: string[], flags: MovedFlags): Promise<number> {
  const places = await loadPlanet(flags)
  if (!(await hasStore(places.state))) return say(flags, 'Nothing is stored yet: run planet build.\n', [], [])
  const use = flags.apply ? useLockedStore : useStore
  return use(places.state, async (store) => {
    const listed = await listFeeds(store, places)
    const all = listMoved(listed)
    const named = words.map((word) => findFeedArgument(word, listed))
    const asked = named.length === 0 ? all : all.filter(({ feed }) => named.includes(feed))
    if (!flags.apply) return say(flags, renderList(asked, named, places), asked, [])
    refuse(named, all)
    const chosen = asked.filter(({ move, twin }) => twin === undefined && (named.length > 0 || move.isAdopted))
    const written = await write(chosen, places, store)
    const left = named.length > 0 ? [] : all.filter((moved) => !chosen.includes(moved))
    return say(flags, renderWritten(written, left, places), all, written)
  })
}

async function listFeeds(store: Store, { config }: PlanetPlaces): Promise<StoredFeed[]> {
  const urls = new Set(config.feeds.map(({ url }) => url))
  return (await store.feeds()).filter(({ source }) => urls.has(source.url))
}

function listMoved(listed: StoredFeed[]): Moved[] {
  // By address, the feed that is listed with it, or else the first that moved to it.
  const holders = new Map(listed.map(({ source }) => [makeFeedKey(source.url), source.url]))
  return listed.flatMap((feed) => {
    const { moved } = feed.state
    if (moved === undefined) return []
    const key = makeFeedKey(moved.to)
    const holder = holders.get(key) ?? feed.source.url
    holders.set(key, holder)
    const twin = holder === feed.source.url ? undefined : holder
    return [{ feed, name: makeFeedName(feed.source, feed.state.about), move: moved, twin }]
  })
}

/** Refuse named feeds that cannot be written, before anything is written. */
function refuse(named: StoredFeed[], all: Moved[]): void {
  for (const feed of named) {
    const moved = all.find((one) => one.feed === feed)
    if (moved === undefined) throw new UsageError(`${makeFeedName(feed.source, feed.state.about)} has not moved`)
    if (moved.twin === undefined) continue
    throw new UsageError(`${feed.source.url} moved to ${moved.move.to}, ${explainTwin(feed, moved.twin)}`)
  }
}

/** Write all in one edit. The store is told first, so that the next build recognises them as the same feeds. */
async function write(chosen: Moved[], { config }: PlanetPlaces, store: Store): Promise<Written[]> {
  const edit = await openConfigEdit(config.file)
  let { text } = edit
  const written: Written[] = []
  for (const { feed, move } of chosen) {
    const from = feed.source.url
    const edited = replaceAddress(text, from, move.to)
    text = edited.text
    written.push({ from, to: move.to, line: edited.line })
  }
  for (const { feed, move } of chosen) {
    if (move.isAdopted) continue
    const state = { ...feed.state, moved: { ...move, isAdopted: true } }
    await storeState(store, feed.source.url, state, new Date())
  }
  if (written.length > 0) await edit.write(text)
  return written
}

function renderList(all: Moved[], named: StoredFeed[], { config }: PlanetPlaces): string {
  if (all.length === 0) return named.length === 0 ? 'No feed has moved.\n' : 'It has not moved.\n'
  // In a pipe, a fact has a line.
  const columns = findColumns(Number.POSITIVE_INFINITY)
  const lines = all.flatMap(({ feed, name, move, twin }) => {
    const how = move.isAdopted ? 'asked there since' : 'at another domain, and not asked there; since'
    const since = writeTime(move.since, config.timezone).slice(0, 10)
    const short = `  → ${move.to}   (${how} ${since})`
    const long = [`  → ${move.to}`, `    (${how} ${since})`]
    return [
      makeLine(name),
      `  ${feed.source.url}`,
      ...(countColumns(short) <= columns ? [short] : long),
      ...(twin === undefined ? [] : wrapText(explainTwin(feed, twin), columns, '  ', '    ')),
    ]
  })
  const free = all.filter(({ twin }) => twin === undefined)
  const adopted = free.filter(({ move }) => move.isAdopted).length
  const tell = (command: string, what: string) => wrapText(what, columns, command.padEnd(29), '    ')
  const hints = [
    ...(adopted > 0 ? tell('planet moved --apply', 'writes the new addresses into feeds.yaml') : []),
    ...(adopted < free.length
      ? tell('planet moved --apply FEED', 'writes one of another domain, once you have looked at it')
      : []),
  ]
  return [...lines, ...(hints.length === 0 ? [] : ['', ...hints]), ''].join('\n')
}

/** Two lines of one feed are a mistake. */
function explainTwin({ source }: StoredFeed, twin: string): string {
  return `where feeds.yaml has another already (${twin}): planet remove ${source.url}`
}

function renderWritten(written: Written[], left: Moved[], { config }: PlanetPlaces): string {
  const name = showFile(config.file)
  const lines = written.map(({ from, to, line }) => `${name} line ${line}: ${from} → ${to}\n`)
  const twins = left.flatMap(({ feed, move, twin }) =>
    twin === undefined ? [] : `${feed.source.url} → ${move.to}, ${explainTwin(feed, twin)}\n`,
  )
  const away = left.length - twins.length
  const rest =
    away === 0 ? '' : `${away} ${away === 1 ? 'feed' : 'feeds'} at another domain left as written: planet moved\n`
  return (written.length === 0 ? 'Nothing was written.\n' : lines.join('')) + twins.join('') + rest
}

function say(flags: MovedFlags, text: string, all: Moved[], written: Written[]): number {
  const moved = all.map(({ feed, name, move, twin }) => ({
    url: feed.source.url,
    name,
    to: move.to,
    since: move.since,
    isAdopted: move.isAdopted,
    listed: twin ?? null,
  }))
  if (flags.json) printJson({ schema: 1, moved, written })
  else if (!flags.quiet) print(text)
  return exitCodes.done
}
