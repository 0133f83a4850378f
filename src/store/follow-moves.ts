import type { FeedSource } from '../model.ts'
import type { Database } from './database.ts'
import { readFeeds } from './feed-rows.ts'
import { openTouch } from './open-touch.ts'
import { readPurges } from './purge-entries.ts'
import { newState } from './state-codec.ts'
import type { StoredFeed } from './store.ts'

/** The statements for a changed address, by name. */
const statements = {
  read: 'SELECT feed_id, source, former_urls FROM feeds WHERE url = ?',
  move: 'UPDATE feeds SET url = :to, source = :source, state = :state, url_domain = NULL, former_urls = :former WHERE feed_id = :key',
  forget: 'DELETE FROM asks WHERE feed_id = ?',
}

/**
 * Let feeds keep their entries, their slug and their place where the operator has changed their address in feeds.yaml: one edit removed an
 * address and added another one, to which the first was redirected for good, which was adopted (K-02); or which differs only in `http` or
 * `https`, `www.` and a final slash; or which stands in the same line, under the same name. A feed that an earlier edit removed passes
 * nothing on to a feed that is added later. At its new address a feed is asked without validators.
 */
export async function followMoves(database: Database, sources: FeedSource[]): Promise<void> {
  const stored = await readFeeds(database)
  const known = new Set(stored.map(({ source }) => source.url))
  const listed = new Set(sources.map(({ url }) => url))
  if (sources.every(({ url }) => known.has(url))) return
  // A feed that was taken down is not followed, or the feed at the new address would be taken down, too.
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

/**
 * The items that do not stay, each with its `line`: how many staying items are before it, and its number among the others since the last of
 * those.
 */
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
