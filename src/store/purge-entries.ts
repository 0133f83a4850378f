import type { Database, Value, Values } from './database.ts'
import { readFeedRows, writeFeedState } from './feed-rows.ts'
import { readMeta, writeMeta } from './meta.ts'
import { openTouch, type Touch } from './open-touch.ts'
import type { Purges } from './store.ts'
import { writeTombstones } from './write-tombstones.ts'

/** The statements for a changed list of purges, by name. */
const purgeStatements = {
  ofFeed: 'SELECT entry_id FROM entries WHERE feed_id = (SELECT feed_id FROM feeds WHERE url = ?)',
  feeds: 'SELECT feed_id, url, former_urls FROM feeds',
  ofFeedById: `SELECT entry_id FROM entry_ids WHERE id = :id AND feed_id IN numbers(:feeds)
    UNION SELECT entry_id FROM entries WHERE published_id = :id AND feed_id IN numbers(:feeds)`,
  byId: 'SELECT entry_id FROM entry_ids WHERE feed_id IN (SELECT feed_id FROM feeds) AND id = ?',
  byPublishedId: 'SELECT entry_id FROM entries WHERE published_id = ?',
  byLink: `SELECT entry_id FROM entries
    WHERE substr(link, 1, 500) = substr(:link, 1, 500) AND link = :link AND link_key IS NULL`,
  byLinkKey: 'SELECT entry_id FROM entries WHERE link_key = ?',
  purged: "SELECT entry_id FROM entries WHERE off_site = 'purged'",
  await: `UPDATE entries SET off_site = 'awaited' WHERE entry_id IN numbers(?) RETURNING feed_id`,
  forget: 'DELETE FROM removed WHERE entry_id IN numbers(?)',
}

/**
 * Bring the store in line with the operator's list of purges. Entries that are new on the list are taken down; entries that are no longer
 * on it may come back: their feeds are asked without validators, for the whole text.
 */
export async function purgeEntries(database: Database, purges: Purges, now: Date): Promise<void> {
  const wanted = JSON.stringify(purges)
  if (JSON.stringify(await readPurges(database)) === wanted) return
  await database.transaction(async (tx) => {
    await writeMeta(tx, 'purged', wanted)
    const targets = await findTargets(tx, purges)
    const purged = new Set(await select(tx, 'purged'))
    const touch = openTouch(tx)
    const goes = [...targets].filter((key) => !purged.has(key))
    const returns = [...purged].filter((key) => !targets.has(key))
    if (goes.length + returns.length === 0) return
    await writeMeta(tx, 'updated', String(+now))
    await writeTombstones(tx, goes, 'purged', touch, now)
    await letReturn(tx, returns, touch)
  })
}

const none: Purges = { feeds: [], words: [], linkKeys: [], entries: [] }

/** The list of purges that was last applied. */
export async function readPurges(database: Database): Promise<Purges> {
  const list = await readMeta(database, 'purged')
  return list === undefined ? none : { ...none, ...(JSON.parse(list) as Purges) }
}

async function findTargets(tx: Database, { feeds, words, linkKeys, entries }: Purges): Promise<Set<number>> {
  const found = new Set<number>()
  const add = async (name: keyof typeof purgeStatements, value: string | Record<string, Value>) => {
    for (const key of await select(tx, name, value)) found.add(key)
  }
  for (const url of feeds) await add('ofFeed', url)
  const known = entries.length === 0 ? [] : await tx.all<FeedRow>(purgeStatements.feeds)
  for (const { feed, id } of entries) {
    // The list may name a feed by any of its former addresses.
    const meant = known.filter(({ url, former_urls }) => url === feed || JSON.parse(former_urls).includes(feed))
    await add('ofFeedById', { id, feeds: meant.map(({ feed_id }) => feed_id) })
  }
  for (const word of words) {
    for (const name of ['byId', 'byPublishedId'] as const) await add(name, word)
    await add('byLink', { link: word })
  }
  for (const key of linkKeys) await add('byLinkKey', key)
  return found
}

type FeedRow = { feed_id: number; url: string; former_urls: string }

async function select(
  tx: Database,
  name: keyof typeof purgeStatements,
  ...values: [] | [string | Record<string, Value>]
): Promise<number[]> {
  const rows = await tx.all<{ entry_id: number }>(purgeStatements[name], ...(values as Values))
  return rows.map(({ entry_id }) => entry_id)
}

async function letReturn(tx: Database, keys: number[], touch: Touch): Promise<void> {
  if (keys.length === 0) return
  const rows = await tx.all<{ feed_id: number }>(purgeStatements.await, keys)
  await tx.run(purgeStatements.forget, keys)
  await touch.entries(keys)
  await forgetAnswers(tx, new Set(rows.map(({ feed_id }) => feed_id)))
}

/** Forget validators and body hashes, so that the feeds are read in full once. */
async function forgetAnswers(tx: Database, feeds: Set<number>): Promise<void> {
  for (const { key, feed } of (await readFeedRows(tx)).values()) {
    if (!feeds.has(key)) continue
    const { source, state } = feed
    const answer = state.answer && { ...state.answer, validators: undefined, bodyHash: undefined }
    await writeFeedState(tx, source.url, { ...state, answer })
  }
}
