import type { ParsedEntry, TopicKinds } from '../model.ts'
import { foldText } from '../text/parse-pattern.ts'
import type { Database } from './database.ts'
import { decodeEntry } from './entry-codec.ts'
import { readMeta, writeMeta } from './meta.ts'
import { readRevision } from './open-touch.ts'
import { prepare } from './prepare.ts'
import { transact } from './transact.ts'

/** What keeps the topics of entries, by name. */
const topicStatements = {
  all: 'SELECT entry_id FROM entries WHERE off_site IS NULL ORDER BY entry_id',
  since: 'SELECT entry_id FROM entries INDEXED BY entries_by_revision WHERE revision > ? ORDER BY entry_id',
  some: `SELECT e.entry_id, e.feed_id, e.position, e.off_site, t.entry, f.source->>'language' AS language
    FROM entries e JOIN feeds f USING (feed_id) LEFT JOIN texts t USING (entry_id)
    WHERE e.entry_id IN (SELECT value FROM json_each(?))`,
  ofEntry: 'SELECT topic, position FROM entry_topics WHERE entry_id = ?',
  put: 'INSERT INTO entry_topics (topic, position, entry_id) VALUES (?, ?, ?)',
  drop: 'DELETE FROM entry_topics WHERE topic = ? AND position = ? AND entry_id = ?',
  addTopic: `INSERT INTO topics (topic, name, feeds, revision) VALUES (:topic, :name, 0, :revision)
    ON CONFLICT (topic) DO UPDATE SET revision = excluded.revision`,
  addFeed: `INSERT INTO topic_feeds (topic, feed_id, entries) VALUES (:topic, :feed, 1)
    ON CONFLICT (topic, feed_id) DO UPDATE SET entries = entries + 1 RETURNING entries`,
  dropFeed: 'UPDATE topic_feeds SET entries = entries - 1 WHERE topic = :topic AND feed_id = :feed RETURNING entries',
  forgetFeed: 'DELETE FROM topic_feeds WHERE topic = :topic AND feed_id = :feed',
  count: 'UPDATE topics SET feeds = feeds + :more, revision = :revision WHERE topic = :topic',
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
 * Keep account of what entries are about, and in which languages they are: of all of them when that is asked for first, later of those
 * that changed; of which blogs bring a topic, so that nobody has to count them.
 */
export function indexTopics(database: Database.Database, kinds: TopicKinds): void {
  const wanted = JSON.stringify([kinds.tags, kinds.languages])
  const isNone = !kinds.tags && !kinds.languages
  const before = readMeta(database, 'topics')
  const [revision, indexed] = [readRevision(database), Number(readMeta(database, 'topics_to') ?? 0)]
  if (isNone ? before === undefined || before === wanted : before === wanted && indexed === revision) return
  transact(database, () => {
    if (before !== wanted) database.exec('DELETE FROM entry_topics; DELETE FROM topic_feeds; DELETE FROM topics')
    const found = isNone
      ? []
      : before === wanted
        ? prepare(database, topicStatements.since).all(indexed)
        : database.prepare(topicStatements.all).all()
    const keys = (found as { entry_id: number }[]).map(({ entry_id }) => entry_id)
    for (let at = 0; at < keys.length; at += batch) {
      const rows = prepare(database, topicStatements.some).all(JSON.stringify(keys.slice(at, at + batch))) as Row[]
      for (const row of rows) indexEntry(database, row, kinds, revision)
    }
    writeMeta(database, 'topics', wanted)
    writeMeta(database, 'topics_to', String(revision))
  })
}

function indexEntry(database: Database.Database, row: Row, kinds: TopicKinds, revision: number): void {
  const { entry_id: key, feed_id: feed, position } = row
  const entry = row.off_site === null && row.entry !== null ? decodeEntry(row.entry) : undefined
  const topics = entry === undefined ? new Map<string, string>() : listTopics(entry, row.language, kinds)
  const had = prepare(database, topicStatements.ofEntry).all(key) as { topic: string; position: number }[]
  for (const one of had) {
    const stays = topics.has(one.topic)
    prepare(database, topicStatements.touch).run(revision, one.topic)
    if (stays && one.position === position) {
      topics.delete(one.topic)
      continue
    }
    prepare(database, topicStatements.drop).run(one.topic, one.position, key)
    leaveTopic(database, one.topic, feed, revision)
  }
  for (const [topic, name] of topics) {
    prepare(database, topicStatements.addTopic).run({ topic, name, revision })
    prepare(database, topicStatements.put).run(topic, position, key)
    const { entries } = prepare(database, topicStatements.addFeed).get({ topic, feed }) as { entries: number }
    if (entries === 1) prepare(database, topicStatements.count).run({ topic, more: 1, revision })
  }
}

function leaveTopic(database: Database.Database, topic: string, feed: number, revision: number): void {
  const { entries } = prepare(database, topicStatements.dropFeed).get({ topic, feed }) as { entries: number }
  if (entries > 0) return
  prepare(database, topicStatements.forgetFeed).run({ topic, feed })
  prepare(database, topicStatements.count).run({ topic, more: -1, revision })
}

/** What can be the name of a folder, and says something. */
const fit = /^[\p{L}\p{N}][\p{L}\p{M}\p{N} _+.#-]{0,99}$/u
const unsaid = new Set(['uncategorized', 'uncategorised'])

/** Each topic, and what it is called: "tag:python" → "Python"; "lang:de". */
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
