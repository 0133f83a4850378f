import type { TopicQueries } from '../entry-queries.ts'
import type { PageTopics, Planet, Topic } from '../model.ts'
import { foldText } from '../text/parse-pattern.ts'

/** Topics that have pages, by their names in page addresses. A tag of feeds.yaml takes precedence over a category of the same name. */
export type FoundTopics = {
  tags: (Topic & { tag: string })[]
  languages: (Topic & { language: string })[]
  /** Tags of feeds.yaml, in small letters. */
  own: ReadonlySet<string>
}

/** Where there are none. */
export const noTopics: FoundTopics = { tags: [], languages: [], own: new Set() }

/** Which categories and languages have pages; languages have pages only where there are several. */
export async function findTopics(
  queries: TopicQueries,
  { archive, subscriptions }: Pick<Planet, 'archive' | 'subscriptions'>,
): Promise<FoundTopics> {
  const own = new Set(subscriptions.flatMap(({ source, active }) => (active ? (source.tags ?? []) : [])).map(foldText))
  const found = archive.tags === 'auto' ? await queries.topics('tags', archive.tagMin) : []
  const languages = archive.languages ? await queries.topics('languages', 1) : []
  return {
    own,
    tags: found
      .map((topic) => ({ ...topic, tag: topic.topic.slice('tag:'.length) }))
      .filter(({ tag }) => !own.has(tag)),
    languages: (languages.length > 1 ? languages : []).map((topic) => ({ ...topic, language: topic.name })),
  }
}

/** What other pages say of them. */
export function listTopics({ tags, languages }: Pick<FoundTopics, 'tags' | 'languages'>): PageTopics {
  return {
    tags: tags.map(({ tag, name }) => ({ tag, name })),
    languages: languages.map(({ language }) => language),
  }
}
