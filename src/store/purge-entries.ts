import type { Database } from './database.ts'
import { readFeeds, writeFeedState } from './feed-rows.ts'
import { readMeta, writeMeta } from './meta.ts'
import { openTouch, type Touch } from './open-touch.ts'
import type { Purges } from './store.ts'
import { transact } from './transact.ts'
import { writeTombstone } from './write-tombstone.ts'

/** What is run when the list of take-downs has changed, by name. */
const purgeStatements = {
  ofFeed: 'SELECT entry_id FROM entries WHERE feed_id = (SELECT feed_id FROM feeds WHERE url = ?)',
  ofFeedById: `SELECT entry_id FROM entry_ids WHERE id = :id AND feed_id IN (
      SELECT feed_id FROM feeds WHERE url = :feed OR :feed IN (SELECT value FROM json_each(former_urls)))
    UNION SELECT entry_id FROM entries WHERE published_id = :id AND feed_id IN (
      SELECT feed_id FROM feeds WHERE url = :feed OR :feed IN (SELECT value FROM json_each(former_urls)))`,
  byId: 'SELECT entry_id FROM entry_ids WHERE feed_id IN (SELECT feed_id FROM feeds) AND id = ?',
  byPublishedId: 'SELECT entry_id FROM entries WHERE published_id = ?',
  byLink: 'SELECT entry_id FROM entries WHERE link = ? AND link_key IS NULL',
  byLinkKey: 'SELECT entry_id FROM entries WHERE link_key = ?',
  purged: "SELECT entry_id FROM entries WHERE off_site = 'purged'",
  await: `UPDATE entries SET off_site = 'awaited' WHERE entry_id = ? RETURNING feed_id`,
  forget: 'DELETE FROM removed WHERE entry_id = ?',
}

/**
 * Bring the store in line with the operator's list of take-downs. What is new on it goes; what is no longer on it may
 * come back: its feed is asked for the whole text again.
 */
export function purgeEntries(database: Database.Database, purges: Purges, now: Date): void {
  const wanted = JSON.stringify(purges)
  if (JSON.stringify(readPurges(database)) === wanted) return
  transact(database, () => {
    writeMeta(database, 'purged', wanted)
    const targets = findTargets(database, purges)
    const purged = new Set(select(database, 'purged'))
    const touch = openTouch(database)
    const goes = [...targets].filter((key) => !purged.has(key))
    const returns = [...purged].filter((key) => !targets.has(key))
    if (goes.length + returns.length === 0) return
    writeMeta(database, 'updated', String(+now))
    for (const key of goes) writeTombstone(database, key, 'purged', touch, now)
    letReturn(database, returns, touch)
  })
}

const none: Purges = { feeds: [], words: [], linkKeys: [], entries: [] }

/** The list that the store is in line with. */
export function readPurges(database: Database.Database): Purges {
  const list = readMeta(database, 'purged')
  return list === undefined ? none : { ...none, ...(JSON.parse(list) as Purges) }
}

function findTargets(database: Database.Database, { feeds, words, linkKeys, entries }: Purges): Set<number> {
  return new Set([
    ...feeds.flatMap((url) => select(database, 'ofFeed', url)),
    ...entries.flatMap((entry) => select(database, 'ofFeedById', entry)),
    ...words.flatMap((word) => select(database, 'byId', word)),
    ...words.flatMap((word) => select(database, 'byPublishedId', word)),
    ...words.flatMap((word) => select(database, 'byLink', word)),
    ...linkKeys.flatMap((key) => select(database, 'byLinkKey', key)),
  ])
}

function select(
  database: Database.Database,
  name: keyof typeof purgeStatements,
  ...values: (string | Record<string, string>)[]
): number[] {
  const rows = database.prepare(purgeStatements[name]).all(...values) as { entry_id: number }[]
  return rows.map(({ entry_id }) => entry_id)
}

function letReturn(database: Database.Database, keys: number[], touch: Touch): void {
  const [wait, forget] = [database.prepare(purgeStatements.await), database.prepare(purgeStatements.forget)]
  const asked = new Set<number>()
  for (const key of keys) {
    asked.add((wait.get(key) as { feed_id: number }).feed_id)
    forget.run(key)
    touch.entry(key)
  }
  if (asked.size > 0) forgetAnswers(database, asked)
}

/** So that the feeds are asked for all that they have, once. */
function forgetAnswers(database: Database.Database, feeds: Set<number>): void {
  const urls = database.prepare('SELECT feed_id, url FROM feeds').all() as { feed_id: number; url: string }[]
  const wanted = new Set(urls.filter(({ feed_id }) => feeds.has(feed_id)).map(({ url }) => url))
  for (const { source, state } of readFeeds(database)) {
    if (!wanted.has(source.url)) continue
    const answer = state.answer && { ...state.answer, validators: undefined, bodyHash: undefined }
    writeFeedState(database, source.url, { ...state, answer })
  }
}
