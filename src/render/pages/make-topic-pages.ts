import type { TopicQueries } from '../../entry-queries.ts'
import type { Month, Page } from '../../model.ts'
import { foldText } from '../../text/parse-pattern.ts'
import type { Calendar } from '../dates/open-calendar.ts'
import type { FoundTopics } from '../find-topics.ts'
import { languagePath, tagPath } from '../paths/page-path.ts'

/** Entries on the page of a category or a language. */
const pageLength = 30

/**
 * The pages of categories that have become tags, and of languages.
 *
 * @param touched topics with any change, or all
 * @param known paths of the pages that are there
 */
export async function* makeTopicPages(
  queries: TopicQueries,
  { tags, languages }: FoundTopics,
  calendar: Calendar,
  touched: string[] | 'all',
  known: ReadonlySet<string>,
): AsyncGenerator<Page> {
  const changed = new Set(touched === 'all' ? [] : touched)
  const isTouched = (topic: string, path: string) => touched === 'all' || changed.has(topic) || !known.has(path)
  for (const { topic, tag, name } of tags) {
    if (isTouched(topic, tagPath(tag)))
      yield { kind: 'tag', tag, name, ...(await findEntries(queries, topic, calendar)) }
  }
  for (const { topic, language } of languages) {
    if (isTouched(topic, languagePath(language)))
      yield { kind: 'language', language, ...(await findEntries(queries, topic, calendar)) }
  }
}

/** Paths of known pages whose topics no longer have a page; where only one language is left, its page goes, too. */
export function findLostTopics({ tags, languages, own }: FoundTopics, known: ReadonlySet<string>): string[] {
  const pages = [
    ...tags.map(({ tag }) => tagPath(tag)),
    ...[...own].map(tagPath),
    ...languages.map(({ language }) => languagePath(language)),
  ]
  // A tag of the operator's own keeps its capitals.
  const kept = new Set(pages.map(foldText))
  return [...known].filter((path) => /^(?:tag|lang)\/[^/]+\/index\.html$/.test(path) && !kept.has(foldText(path)))
}

/** The newest entries of a topic, the feeds that use it, and the months that have more entries, newest first. */
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
