import type { Entry, Planet, Removed } from '../../model.ts'
import { makeFromEntry, type Watching } from '../make-from-entry.ts'
import type { Translate } from '../messages/open-messages.ts'
import { makePageUrl } from '../paths/make-site-url.ts'
import type { FeedDocument } from './feed-document.ts'
import { type FeedContext, makeFeedEntry } from './make-feed-entry.ts'
import { nameBlog } from './name-blog.ts'

/** What distinguishes one of our feeds from the others. */
export type FeedHead = Pick<FeedDocument, 'id' | 'title'> & {
  subtitle?: string | undefined
  /** Path of its page: "index.html". */
  page: string
  links?: FeedDocument['links']
  isArchive?: boolean
  /** All entries are of one blog, so their titles need not name it. */
  isOfOneBlog?: boolean
  removed?: Removed[]
  /** When the feed came to be: it stands for the feed's last change while there are no entries. */
  since?: Date | undefined
}

/**
 * One of our feeds, ready to be written in any format.
 *
 * @param entries newest first; of entries with the same id, only the first is kept
 */
export function makeFeedDocument(
  head: FeedHead,
  entries: Entry[],
  context: FeedContext & { planet: Planet; translate: Translate } & Watching,
): FeedDocument {
  const { planet, translate } = context
  const once = takeOnce(entries)
  const ids = new Set(once.map(({ publishedId }) => publishedId))
  const removed = (head.removed ?? []).filter(({ publishedId }) => !ids.has(publishedId))
  const format = head.isOfOneBlog ? undefined : planet.show.feedTitle
  const make = (entry: Entry) => {
    const made = makeFeedEntry(entry, context)
    return format === undefined ? made : nameBlog(made, format)
  }
  return {
    planet,
    translate,
    id: head.id,
    title: head.title,
    subtitle: head.subtitle,
    page: makePageUrl(head.page, planet),
    updated: newestOf([...once.map(({ updatedShown }) => updatedShown), ...removed.map(({ at }) => at)], head.since),
    links: head.links ?? [],
    isArchive: head.isArchive ?? false,
    entries: once.map((entry) => makeFromEntry(entry, make, context)),
    removed,
  }
}

/** The first of those with one id. */
export function takeOnce<Kind extends { publishedId: string }>(entries: readonly Kind[]): Kind[] {
  const ids = new Set<string>()
  return entries.filter(({ publishedId }) => !ids.has(publishedId) && ids.add(publishedId))
}

export function newestOf(instants: Date[], since = new Date(0)): Date {
  if (instants.length === 0) return since
  return new Date(instants.reduce((newest, instant) => Math.max(newest, +instant), 0))
}
