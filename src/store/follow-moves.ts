import type { FeedSource } from '../model.ts'
import type { Database } from './database.ts'
import { readFeeds } from './feed-rows.ts'
import { openTouch } from './open-touch.ts'
import { readPurges } from './purge-entries.ts'
import { newState } from './state-codec.ts'
import type { StoredFeed } from './store.ts'

/** What is run where an address has changed, by name. */
const statements = {
  read: 'SELECT feed_id, source, former_urls FROM feeds WHERE url = ?',
  move: 'UPDATE feeds SET url = :to, source = :source, state = :state, url_domain = NULL, former_urls = :former WHERE feed_id = :key',
  forget: 'DELETE FROM asks WHERE feed_id = ?',
}

/**
 * Let feeds keep their entries, their slug and their place where the operator has changed their address in feeds.yaml: in one
 * edit an address went from the list and another came that the first was redirected to for good, which was adopted (K-02);
 * or that differs in nothing but `http` or `https`, `www.` and a slash at its end; or that stands in the same line, under the
 * same name. A feed that was taken off the list before leaves nothing to one that comes later.
 * At its new address a feed is asked for all that it has.
 */
export async function followMoves(database: Database, sources: FeedSource[]): Promise<void> {
  const stored = await readFeeds(database)
  const known = new Set(stored.map(({ source }) => source.url))
  const listed = new Set(sources.map(({ url }) => url))
  if (sources.every(({ url }) => known.has(url))) return
  // One that was taken down stays what it is, or what comes under its name would be gone, too.
  const gone = new Set((await readPurges(database)).feeds)
  const before = stored.filter(({ active }) => active)
  const left = placeBetween(before, ({ source: { url } }) => listed.has(url)).filter(({ item }) => {
    return !gone.has(item.source.url)
  })
  const came = placeBetween(sources, ({ url }) => known.has(url))
  const moves = came.flatMap(({ item: source, line }) => {
    const place = left.findIndex((feed) => isSameFeed(feed.item, source, feed.line === line))
    return left.splice(place, place === -1 ? 0 : 1).map(({ item }) => ({ from: item.source.url, to: source.url }))
  })
  if (moves.length === 0) return
  await database.transaction(async (tx) => {
    const touch = openTouch(tx)
    for (const { from, to } of moves) {
      const row = await tx.get<{ feed_id: number; source: string; former_urls: string }>(statements.read, from)
      if (row === undefined) continue
      const key = row.feed_id
      const source = JSON.stringify({ ...JSON.parse(row.source), url: to })
      const former = JSON.stringify([...JSON.parse(row.former_urls), from])
      await tx.run(statements.move, { key, to, source, former, state: JSON.stringify(newState) })
      await tx.run(statements.forget, key)
      await touch.feed(key)
    }
    tx.memory.feeds = undefined
  })
}

/** The items that do not stay, each with its line: how many that stay are before it, and how many that do not since then. */
function placeBetween<T>(items: T[], stays: (item: T) => boolean): { item: T; line: string }[] {
  let before = 0
  let since = 0
  return items.flatMap((item) => {
    if (stays(item)) {
      before += 1
      since = 0
      return []
    }
    since += 1
    return [{ item, line: `${before} ${since}` }]
  })
}

function isSameFeed({ source, state }: StoredFeed, { url, name }: FeedSource, isSameLine: boolean): boolean {
  return (
    (state.moved?.isAdopted === true && state.moved.to === url) ||
    stripAddress(source.url) === stripAddress(url) ||
    (isSameLine && name !== undefined && source.name === name)
  )
}

function stripAddress(url: string): string {
  return url.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '')
}
