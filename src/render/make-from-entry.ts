import type { Entry } from '../model.ts'
import { dropTags } from '../text/drop-tags.ts'

/** Called for an entry that cannot be shown as it is, with the reason. */
export type OnBroken = (feed: string, error: unknown) => void

/** Who is told of what is made of entries. */
export type Watching = { onBroken?: OnBroken | undefined; onRendered?: (() => void) | undefined }

/**
 * Make something of an entry; where that throws, because the entry is more than we can cope with, make it of the entry's plain text: one
 * entry never keeps a page from being written.
 */
export function makeFromEntry<T>(entry: Entry, make: (entry: Entry) => T, watching: Watching): T {
  watching.onRendered?.()
  try {
    return make(entry)
  } catch (error) {
    const made = make(makePlainEntry(entry))
    watching.onBroken?.(entry.feed, error)
    return made
  }
}

/** The least of an entry that can be shown: its title, its link, its words. Nothing else of the entry is read. */
function makePlainEntry(entry: Entry): Entry {
  const { feed, publishedId, firstSeen, position, updatedShown, offFront, sourceHash } = entry
  return {
    feed,
    publishedId,
    firstSeen,
    position,
    updatedShown,
    offFront,
    sourceHash,
    id: undefined,
    link: asText(entry.link),
    title: asText(entry.title),
    titleHtml: undefined,
    summaryHtml: undefined,
    contentHtml: dropTags(asText(entry.contentHtml) ?? asText(entry.summaryHtml) ?? ''),
    published: undefined,
    updated: undefined,
    authors: [],
    contributors: [],
    links: [],
    source: undefined,
    categories: [],
    language: undefined,
    enclosures: [],
    image: undefined,
    commentsUrl: undefined,
    rights: undefined,
    alsoIn: [],
  }
}

function asText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}
