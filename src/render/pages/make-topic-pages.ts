import type { TopicQueries } from '../../entry-queries.ts'
import type { Month, Page } from '../../model.ts'
import type { Calendar } from '../dates/open-calendar.ts'
import type { FoundTopics } from '../find-topics.ts'
import { languagePath, tagPath } from '../paths/page-path.ts'

/** Entries on the page of a category or a language. */
const pageLength = 30

/**
 * The pages of categories that have become tags, and of languages.
 *
 * @param touched topics of which anything changed, or all; one that is no longer among those found, and has a page, is made empty
 * @param known paths of the pages that are there
 */
export async function* makeTopicPages(
  queries: TopicQueries,
  { tags, languages }: FoundTopics,
  calendar: Calendar,
  touched: string[] | 'all',
  known: ReadonlySet<string>,
): AsyncGenerator<Page> {
  const isTouched = (topic: string, path: string) => touched === 'all' || touched.includes(topic) || !known.has(path)
  for (const { topic, tag, name } of tags) {
    if (isTouched(topic, tagPath(tag)))
      yield { kind: 'tag', tag, name, ...(await findEntries(queries, topic, calendar)) }
  }
  for (const { topic, language } of languages) {
    if (isTouched(topic, languagePath(language)))
      yield { kind: 'language', language, ...(await findEntries(queries, topic, calendar)) }
  }
}

/** Paths of pages whose topic has none any more. */
export function findLostTopics(found: FoundTopics, touched: string[], known: ReadonlySet<string>): string[] {
  const kept = new Set([...found.tags, ...found.languages].map(({ topic }) => topic))
  // A tag of the operator's own may be called like it.
  const lost = touched.filter((topic) => !kept.has(topic) && !found.own.has(topic.slice('tag:'.length)))
  // Where one language is left, its page goes, too, whatever changed.
  const languages =
    found.languages.length === 0 ? [...known].filter((path) => /^lang\/[^/]+\/index\.html$/.test(path)) : []
  const paths = lost.map((topic) => (topic.startsWith('tag:') ? tagPath(topic.slice(4)) : languagePath(topic.slice(5))))
  return [...new Set([...paths, ...languages])].filter((path) => known.has(path))
}

/** The newest entries of a topic, the feeds that have it, and the months that have more, newest first. */
async function findEntries(queries: TopicQueries, topic: string, calendar: Calendar) {
  const found = await queries.newestOfTopic(topic, pageLength + 1)
  const more: Month[] = []
  let position = found.length > pageLength ? found.at(-1)?.position : undefined
  while (position !== undefined) {
    const month = calendar.dayOf(position).slice(0, 7)
    more.push(month)
    position = await queries.lastOfTopic(topic, calendar.rangeOf(month).from)
  }
  return { feeds: await queries.feedsOfTopic(topic), entries: found.slice(0, pageLength), more }
}
