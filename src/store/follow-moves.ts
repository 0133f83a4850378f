import type { FeedSource } from '../model.ts'
import { forgetFeeds } from './cache-feeds.ts'
import type { Database } from './database.ts'
import { readFeeds } from './feed-rows.ts'
import { openTouch } from './open-touch.ts'
import { readPurges } from './purge-entries.ts'
import { newState } from './state-codec.ts'
import type { StoredFeed } from './store.ts'
import { transact } from './transact.ts'

const move = `UPDATE feeds SET url = :to, source = json_set(source, '$.url', :to), state = :state, url_domain = NULL,
    former_urls = json_insert(former_urls, '$[#]', :from) WHERE url = :from
  RETURNING feed_id`

const forget = 'DELETE FROM asks WHERE feed_id = ?'

/**
 * Let feeds keep their entries, their slug and their place where the operator has changed their address in feeds.yaml: in one
 * edit an address went from the list and another came that the first was redirected to for good, which was adopted (K-02);
 * or that differs in nothing but `http` or `https`, `www.` and a slash at its end; or that stands in the same line, under the
 * same name. A feed that was taken off the list before leaves nothing to one that comes later.
 * At its new address a feed is asked for all that it has.
 */
export function followMoves(database: Database.Database, sources: FeedSource[]): void {
  const stored = readFeeds(database)
  const [known, listed] = [new Set(stored.map(({ source }) => source.url)), new Set(sources.map(({ url }) => url))]
  if (sources.every(({ url }) => known.has(url))) return
  // One that was taken down stays what it is, or what comes under its name would be gone, too.
  const gone = new Set(readPurges(database).feeds)
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
  transact(database, () => {
    const touch = openTouch(database)
    for (const { from, to } of moves) {
      const { feed_id } = database.prepare(move).get({ from, to, state: JSON.stringify(newState) }) as {
        feed_id: number
      }
      database.prepare(forget).run(feed_id)
      touch.feed(feed_id)
    }
  })
  forgetFeeds(database)
}

/** The items that do not stay, each with its line: how many that stay are before it, and how many that do not since then. */
function placeBetween<T>(items: T[], stays: (item: T) => boolean): { item: T; line: string }[] {
  let [before, since] = [0, 0]
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
