import type { FeedSource } from '../model.ts'
import { newState, readFeeds } from './feed-rows.ts'
import type { Database } from './open-database.ts'
import { openTouch } from './open-touch.ts'
import { readPurges } from './purge-entries.ts'
import type { StoredFeed } from './store.ts'
import { transact } from './transact.ts'

const move = `UPDATE feeds SET url = :to, source = json_set(source, '$.url', :to), state = :state, url_domain = NULL WHERE url = :from
  RETURNING feed_id`

/**
 * Let feeds keep their entries, their slug and their place where the operator has changed their address in feeds.yaml: an
 * address that is new on the list takes over from one that is no longer on it, where that was redirected to it for good
 * (K-02), is the same but for `http` or `https`, `www.` and a slash at its end, or stood there under the same name.
 * At its new address a feed is asked for all that it has.
 */
export function followMoves(database: Database.Database, sources: FeedSource[]): void {
  const stored = readFeeds(database)
  const [known, listed] = [new Set(stored.map(({ source }) => source.url)), new Set(sources.map(({ url }) => url))]
  // One that was taken down stays what it is, or what comes under its name would be gone, too.
  const gone = new Set(readPurges(database).feeds)
  const left = stored.filter(({ source: { url } }) => !listed.has(url) && !gone.has(url))
  const moves = sources.flatMap((source) => {
    const place = known.has(source.url) ? -1 : left.findIndex((feed) => isSameFeed(feed, source))
    return left.splice(place, place === -1 ? 0 : 1).map((feed) => ({ from: feed.source.url, to: source.url }))
  })
  if (moves.length === 0) return
  transact(database, () => {
    const touch = openTouch(database)
    for (const { from, to } of moves) {
      const { feed_id } = database.prepare(move).get({ from, to, state: JSON.stringify(newState) }) as {
        feed_id: number
      }
      touch.feed(feed_id)
    }
  })
}

function isSameFeed({ source, active, state }: StoredFeed, { url, name }: FeedSource): boolean {
  return (
    state.moved?.to === url ||
    stripAddress(source.url) === stripAddress(url) ||
    // Both at once, or it is another blog of that name.
    (active && name !== undefined && source.name === name)
  )
}

function stripAddress(url: string): string {
  return url.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '')
}
