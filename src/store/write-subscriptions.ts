import type { FeedSource } from '../model.ts'
import type { Database, Values } from './database.ts'
import { openTouch } from './open-touch.ts'
import { newState } from './state-codec.ts'

/** What is run where the list has changed, by name. */
const subscriptionStatements = {
  all: 'SELECT feed_id, url, place, active, source, CASE WHEN url_domain IS NULL THEN 1 ELSE 0 END AS undecided FROM feeds ORDER BY place',
  put: `INSERT INTO feeds (feed_id, url, place, active, source, state, url_domain, site_domain)
    VALUES ((SELECT coalesce(max(feed_id), 0) + 1 FROM feeds), :url, :place, 1, :source, :state, :urlDomain, :siteDomain)
    ON CONFLICT (url) DO UPDATE SET place = excluded.place, active = 1, source = excluded.source,
      url_domain = excluded.url_domain, site_domain = excluded.site_domain`,
  move: 'UPDATE feeds SET place = ?, active = 1 WHERE url = ?',
  leave: 'UPDATE feeds SET place = feed_id + ?, active = 0 WHERE url = ?',
}

type Row = { feed_id: number; url: string; place: number; active: number; source: string; undecided: number }

/** Feeds that are no longer listed sort behind all that are. */
const afterAll = 1_000_000_000

/** Take over the list of feeds.yaml, and what it says of each feed. Where it is as it was, nothing is written. */
export async function writeSubscriptions(database: Database, sources: FeedSource[]): Promise<void> {
  const before = await database.all<Row>(subscriptionStatements.all)
  const rows = new Map(before.map((row) => [row.url, row]))
  const listed = sources.map((source, place) => ({
    source,
    place,
    text: encodeSource(source),
    row: rows.get(source.url),
  }))
  const changed = new Set(listed.filter(({ row, text }) => row?.source !== text || row.undecided === 1))
  const moved = listed.filter((one) => !changed.has(one) && (one.row?.place !== one.place || one.row.active !== 1))
  const urls = new Set(sources.map(({ url }) => url))
  const left = before.filter(({ url, active }) => active === 1 && !urls.has(url))
  if (changed.size + moved.length + left.length === 0) return

  const { findDomain } = await import('../text/find-domain.ts')
  await database.transaction(async (tx) => {
    const touch = openTouch(tx)
    const puts = [...changed].map(({ source, place, text }) => {
      const domains = { urlDomain: findDomain(source.url) ?? null, siteDomain: findDomain(source.site ?? '') ?? null }
      return [{ url: source.url, place, source: text, state: JSON.stringify(newState), ...domains }] as Values
    })
    await tx.batch(subscriptionStatements.put, puts)
    for (const { row } of changed) if (row !== undefined) await touch.feed(row.feed_id)
    await tx.batch(
      subscriptionStatements.move,
      moved.map(({ source, place }) => [place, source.url]),
    )
    await tx.batch(
      subscriptionStatements.leave,
      left.map(({ url }) => [afterAll, url]),
    )
    for (const feed of findReordered(before, await tx.all<Row>(subscriptionStatements.all))) await touch.twins(feed)
    tx.memory.feeds = undefined
  })
}

/** Secrets are not for keeping: that there are some is. */
function encodeSource(source: FeedSource): string {
  return JSON.stringify({ ...source, ...(source.headers === undefined ? {} : { headers: {} }) })
}

/** The feeds between the first and the last that have changed places with others. */
function findReordered(before: Row[], after: Row[]): number[] {
  const known = new Set(before.map(({ feed_id }) => feed_id))
  const was = before.map(({ feed_id }) => feed_id)
  const is = after.map(({ feed_id }) => feed_id).filter((feed) => known.has(feed))
  const first = is.findIndex((feed, index) => feed !== was[index])
  const last = is.findLastIndex((feed, index) => feed !== was[index])
  return first === -1 ? [] : is.slice(first, last + 1)
}
