import type { TopicQueries } from '../entry-queries.ts'
import type { Topic } from '../model.ts'
import type { Database } from './database.ts'
import { newestFirst, type PlaceRow, placeOnly, readPlaces } from './open-entry-queries.ts'
import { prepare } from './prepare.ts'
import { sharePlaces } from './share-places.ts'

/** What is asked of topics, by name. */
const topicQueries = {
  tags: `SELECT topic, name, feeds FROM topics INDEXED BY topics_by_feeds WHERE feeds >= ? AND topic >= 'tag:' AND topic < 'tag;'
    ORDER BY feeds DESC, topic`,
  languages: `SELECT topic, name, feeds FROM topics WHERE topic >= 'lang:' AND topic < 'lang;' AND feeds > 0 ORDER BY feeds DESC, topic`,
  feeds: `SELECT url FROM topic_feeds JOIN feeds USING (feed_id) WHERE topic = ? ORDER BY place`,
  newest: `SELECT ${placeOnly} FROM entry_topics c JOIN shown_entries e ON e.entry_id = c.entry_id JOIN feeds f USING (feed_id)
    WHERE c.topic = ? AND c.position < ? ${newestFirst.replace('e.position', 'c.position')} LIMIT ?`,
  newestShown: `SELECT ${placeOnly} FROM entry_topics c JOIN shown_entries e ON e.entry_id = c.entry_id JOIN feeds f USING (feed_id)
    WHERE c.topic = ? AND e.off_front IS NULL ${newestFirst.replace('e.position', 'c.position')} LIMIT ?`,
  last: 'SELECT max(position) AS position FROM entry_topics WHERE topic = ? AND position < ?',
  touched: 'SELECT topic FROM topics INDEXED BY topics_by_revision WHERE revision > ? ORDER BY topic',
}

/** So many times the places that are to be filled are looked at, before one feed has more than its share. */
const lookAhead = 4

export function openTopicQueries(database: Database.Database): TopicQueries {
  return {
    async topics(kind, least) {
      const rows = prepare(database, topicQueries[kind]).all(...(kind === 'tags' ? [least] : [])) as Topic[]
      return rows
    },
    async feedsOfTopic(topic) {
      return (prepare(database, topicQueries.feeds).all(topic) as { url: string }[]).map(({ url }) => url)
    },
    async newestOfTopic(topic, limit) {
      return readPlaces(database, prepare(database, topicQueries.newest).all(topic, 8.64e15, limit) as PlaceRow[])
    },
    async newestShownOfTopic(topic, limit, most) {
      const near = prepare(database, topicQueries.newestShown).all(topic, limit * lookAhead) as PlaceRow[]
      return readPlaces(database, sharePlaces(near, limit, most))
    },
    async lastOfTopic(topic, before) {
      const row = prepare(database, topicQueries.last).get(topic, +before) as { position: number | null }
      return row.position === null ? undefined : new Date(row.position)
    },
    async touchedTopicsSince(revision) {
      return (prepare(database, topicQueries.touched).all(revision) as { topic: string }[]).map(({ topic }) => topic)
    },
  }
}
