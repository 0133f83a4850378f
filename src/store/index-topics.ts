import { decodeEntry } from '../entry-codec.ts'
import type { ParsedEntry, TopicKinds } from '../model.ts'
import { foldText } from '../text/parse-pattern.ts'
import type { Database, Statements } from './database.ts'
import { readMeta, writeMeta } from './meta.ts'
import { readRevision } from './open-touch.ts'

/** The statements for the topics of entries, by name. */
const topicStatements = {
  all: 'SELECT entry_id FROM entries WHERE off_site IS NULL ORDER BY entry_id',
  since: 'SELECT entry_id FROM entries INDEXED BY entries_by_revision WHERE revision > ? ORDER BY entry_id',
  some: `SELECT e.entry_id, e.feed_id, e.position, e.off_site, t.entry, f.source->>'language' AS language
    FROM entries e JOIN feeds f USING (feed_id) LEFT JOIN texts t USING (entry_id)
    WHERE e.entry_id IN numbers(?)`,
  ofEntry: 'SELECT topic, position FROM entry_topics WHERE entry_id = ?',
  put: 'INSERT INTO entry_topics (topic, position, entry_id) VALUES (?, ?, ?)',
  drop: 'DELETE FROM entry_topics WHERE topic = ? AND position = ? AND entry_id = ?',
  addTopic: `INSERT INTO topics (topic, name, feeds, revision) VALUES (:topic, :name, 0, :revision)
    ON CONFLICT (topic) DO UPDATE SET revision = excluded.revision`,
  addFeed: `INSERT INTO topic_feeds (topic, feed_id, entries) VALUES (:topic, :feed, 1)
    ON CONFLICT (topic, feed_id) DO UPDATE SET entries = topic_feeds.entries + 1 RETURNING entries`,
  dropFeed: 'UPDATE topic_feeds SET entries = entries - 1 WHERE topic = :topic AND feed_id = :feed RETURNING entries',
  forgetFeed: 'DELETE FROM topic_feeds WHERE topic = :topic AND feed_id = :feed',
  count: 'UPDATE topics SET feeds = feeds + :more, revision = :revision WHERE topic = :topic',
  forget: 'DELETE FROM topics WHERE feeds = 0',
  touch: 'UPDATE topics SET revision = ? WHERE topic = ?',
}

/** Entries whose texts are in memory at once. */
const batch = 200

type Row = {
  entry_id: number
  feed_id: number
  position: number
  off_site: string | null
  entry: string | null
  language: string | null
}

/**
 * Index the topics and languages of entries: of all entries the first time, later of those that changed. Also count the entries of each
 * blog under a topic, so that no query has to count them.
 */
export async function indexTopics(database: Database, kinds: TopicKinds): Promise<void> {
  const wanted = JSON.stringify([kinds.tags, kinds.languages])
  const isNone = !kinds.tags && !kinds.languages
  const before = await readMeta(database, 'topics')
  const revision = await readRevision(database)
  const indexed = Number((await readMeta(database, 'topics_to')) ?? 0)
  if (isNone ? before === undefined || before === wanted : before === wanted && indexed === revision) return
  await database.transaction(async (tx) => {
    if (before !== wanted) await tx.exec('DELETE FROM entry_topics; DELETE FROM topic_feeds; DELETE FROM topics')
    const found = isNone
      ? []
      : before === wanted
        ? await tx.all<{ entry_id: number }>(topicStatements.since, indexed)
        : await tx.all<{ entry_id: number }>(topicStatements.all)
    const keys = found.map(({ entry_id }) => entry_id)
    for (let at = 0; at < keys.length; at += batch) {
      const rows = await tx.all<Row>(topicStatements.some, keys.slice(at, at + batch))
      for (const row of rows) await indexEntry(tx, row, kinds, revision)
    }
    // Topics without entries are removed: a feed may give its posts new categories at every poll.
    await tx.run(topicStatements.forget)
    await writeMeta(tx, 'topics', wanted)
    await writeMeta(tx, 'topics_to', String(revision))
  })
}

async function indexEntry(tx: Statements, row: Row, kinds: TopicKinds, revision: number): Promise<void> {
  const { entry_id: key, feed_id: feed, position } = row
  const entry = row.off_site === null && row.entry !== null ? decodeEntry(row.entry) : undefined
  const topics = entry === undefined ? new Map<string, string>() : listTopics(entry, row.language, kinds)
  const had = await tx.all<{ topic: string; position: number }>(topicStatements.ofEntry, key)
  for (const one of had) {
    const stays = topics.has(one.topic)
    await tx.run(topicStatements.touch, revision, one.topic)
    if (stays && one.position === position) {
      topics.delete(one.topic)
      continue
    }
    await tx.run(topicStatements.drop, one.topic, one.position, key)
    await leaveTopic(tx, one.topic, feed, revision)
  }
  for (const [topic, name] of topics) {
    await tx.run(topicStatements.addTopic, { topic, name, revision })
    await tx.run(topicStatements.put, topic, position, key)
    const counted = await tx.get<{ entries: number }>(topicStatements.addFeed, { topic, feed })
    if (counted?.entries === 1) await tx.run(topicStatements.count, { topic, more: 1, revision })
  }
}

async function leaveTopic(tx: Statements, topic: string, feed: number, revision: number): Promise<void> {
  const counted = await tx.get<{ entries: number }>(topicStatements.dropFeed, { topic, feed })
  if (counted === undefined || counted.entries > 0) return
  await tx.run(topicStatements.forgetFeed, { topic, feed })
  await tx.run(topicStatements.count, { topic, more: -1, revision })
}

/** Topics that can be the name of a folder, and mean something. */
const fit = /^[\p{L}\p{N}][\p{L}\p{M}\p{N} _+.#-]{0,99}$/u
const unsaid = new Set(['uncategorized', 'uncategorised'])

/** Each topic of an entry, with its display name: "tag:python" → "Python"; "lang:de". */
function listTopics(entry: ParsedEntry, language: string | null, { tags, languages }: TopicKinds): Map<string, string> {
  const topics = new Map<string, string>()
  for (const { label, term } of tags ? entry.categories : []) {
    const name = (label ?? term).trim().replace(/\s+/g, ' ')
    const key = foldText(name)
    if (!fit.test(key) || Buffer.byteLength(key) > 240 || unsaid.has(key) || topics.has(`tag:${key}`)) continue
    topics.set(`tag:${key}`, name)
  }
  const base = (entry.language ?? language ?? '').split('-')[0]?.toLowerCase() ?? ''
  if (languages && /^[a-z]{2,3}$/.test(base)) topics.set(`lang:${base}`, base)
  return topics
}
