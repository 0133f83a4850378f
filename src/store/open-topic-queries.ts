import type { TopicQueries } from '../entry-queries.ts'
import type { Topic } from '../model.ts'
import { newestFirst, placeOnly } from './archive-queries.ts'
import type { Database } from './database.ts'
import { toDate } from './make-record.ts'
import { type PlaceRow, readPlaces } from './open-entry-queries.ts'
import { sharePlaces } from './share-places.ts'

/** Most tags that are made from categories: each is a page and a feed, and two entries may name a hundred. */
const mostTags = 5000

/** The queries over topics, by name. */
const topicQueries = {
  tags: `SELECT topic, name, feeds FROM topics INDEXED BY topics_by_feeds WHERE feeds >= ? AND topic >= 'tag:' AND topic < 'tag;'
    ORDER BY feeds DESC, topic LIMIT ${mostTags}`,
  languages: `SELECT topic, name, feeds FROM topics WHERE topic >= 'lang:' AND topic < 'lang;' AND feeds > 0 ORDER BY feeds DESC, topic`,
  feeds: `SELECT url FROM topic_feeds JOIN feeds USING (feed_id) WHERE topic = ? ORDER BY place`,
  newest: `SELECT ${placeOnly} FROM entry_topics c JOIN shown_entries e ON e.entry_id = c.entry_id JOIN feeds f USING (feed_id)
    WHERE c.topic = ? AND c.position < ? ${newestFirst.replace('e.position', 'c.position')} LIMIT ?`,
  newestShown: `SELECT ${placeOnly} FROM entry_topics c JOIN shown_entries e ON e.entry_id = c.entry_id JOIN feeds f USING (feed_id)
    WHERE c.topic = ? AND e.off_front IS NULL ${newestFirst.replace('e.position', 'c.position')} LIMIT ?`,
  last: 'SELECT max(position) AS position FROM entry_topics WHERE topic = ? AND position < ?',
  touched: 'SELECT topic FROM topics INDEXED BY topics_by_revision WHERE revision > ? ORDER BY topic',
}

/** As many times `limit` of the newest places are read; if they do not suffice, a feed may have more than its share. */
const lookAhead = 4

export function openTopicQueries(database: Database): TopicQueries {
  return {
    topics: (kind, least) => database.all<Topic>(topicQueries[kind], ...(kind === 'tags' ? [least] : [])),
    async feedsOfTopic(topic) {
      const rows = await database.all<{ url: string }>(topicQueries.feeds, topic)
      return rows.map(({ url }) => url)
    },
    async newestOfTopic(topic, limit) {
      return readPlaces(database, await database.all<PlaceRow>(topicQueries.newest, topic, 8.64e15, limit))
    },
    async newestShownOfTopic(topic, limit, most) {
      const near = await database.all<PlaceRow>(topicQueries.newestShown, topic, limit * lookAhead)
      return readPlaces(database, sharePlaces(near, limit, most))
    },
    async lastOfTopic(topic, before) {
      const row = await database.get<{ position: number | null }>(topicQueries.last, topic, +before)
      return toDate(row?.position ?? null)
    },
    async touchedTopicsSince(revision) {
      const rows = await database.all<{ topic: string }>(topicQueries.touched, revision)
      return rows.map(({ topic }) => topic)
    },
  }
}
