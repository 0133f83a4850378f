import type { Config } from '../config/schema.ts'
import type { IdentifiedEntry } from '../normalize/merge/identify-entries.ts'
import { makeEntryKeys } from '../normalize/merge/make-entry-keys.ts'
import { makePublishedId } from '../normalize/merge/make-published-id.ts'
import type { FoundEntry, Purges } from '../store/store.ts'
import { makeUuid } from '../text/make-uuid.ts'

/** One purge of feeds.yaml: a feed; an entry of a feed, by its id; or all entries with a link, or with an id. */
export type PurgedItem = Config['purged'][number]

/** The operator's list of purges (`purged:` in feeds.yaml) as the store looks for them. */
export function makePurges(purged: PurgedItem[]): Purges {
  const words = purged.flatMap(({ entry, feed }) => (feed === undefined ? (entry ?? []) : []))
  return {
    feeds: purged.flatMap(({ entry, feed }) => (entry === undefined ? (feed ?? []) : [])),
    words,
    linkKeys: words.flatMap((word) => makeLinkKey(word) ?? []),
    entries: purged.flatMap(({ entry, feed }) =>
      entry === undefined || feed === undefined ? [] : { feed, id: entry },
    ),
  }
}

/** What an address has in common with others of the same page: without scheme, `www.`, a slash at the end. */
export function makeLinkKey(word: string): string | undefined {
  return makeEntryKeys({ link: word, title: undefined, published: undefined, updated: undefined }).linkKey
}

/** Whether a purge means an entry that is stored. */
export function meansEntry(
  { entry: word, feed }: PurgedItem,
  entry: Pick<FoundEntry, 'feed' | 'ids' | 'publishedId' | 'link'>,
): boolean {
  if (feed !== undefined && feed !== entry.feed) return false
  if (word === undefined) return feed !== undefined
  const isId = entry.publishedId === word || entry.ids.includes(word)
  return isId || (feed === undefined && isSameLink(word, entry.link))
}

/** A test for entries that were taken down before they came, or whose state was lost since. */
export function isPurgedEntry(feed: string, purged: PurgedItem[]): (found: IdentifiedEntry) => boolean {
  const items = purged.filter((item) => item.entry !== undefined && (item.feed === undefined || item.feed === feed))
  if (items.length === 0) return () => false
  const byId = new Set(items.map(({ entry }) => entry))
  const { words, linkKeys } = makePurges(items)
  const byLink = new Set(words)
  const byKey = new Set(linkKeys)
  return ({ id, entry: { link } }) => {
    const key = link === undefined ? undefined : makeLinkKey(link)
    return (
      [id, makePublishedId(feed, id), makeUuid(feed, id)].some((one) => byId.has(one)) ||
      (link !== undefined && byLink.has(link)) ||
      (key !== undefined && byKey.has(key))
    )
  }
}

function isSameLink(word: string, link: string | undefined): boolean {
  if (link === undefined) return false
  const key = makeLinkKey(word)
  return word === link || (key !== undefined && key === makeLinkKey(link))
}
