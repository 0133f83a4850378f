import type { Config } from '../config/schema.ts'
import type { IdentifiedEntry } from '../normalize/merge/identify-entries.ts'
import { makeEntryKeys } from '../normalize/merge/make-entry-keys.ts'
import { makePublishedId } from '../normalize/merge/make-published-id.ts'
import type { FoundEntry, Purges } from '../store/store.ts'
import { makeUuid } from '../text/make-uuid.ts'

/** One purge of feeds.yaml: a feed; an entry of a feed, by its id; or all entries with a link, or with an id. */
export type PurgedItem = Config['purged'][number]

/** The operator's list of purges (`purged:` in feeds.yaml) in the form in which the store looks for entries. */
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

/** The part that all addresses of the same page have in common: without scheme, `www.` and a final slash. */
export function makeLinkKey(word: string): string | undefined {
  return makeEntryKeys({ link: word, title: undefined, published: undefined, updated: undefined }).linkKey
}

/** Whether a purge applies to a stored entry. */
export function meansEntry(
  { entry: word, feed }: PurgedItem,
  entry: Pick<FoundEntry, 'feed' | 'ids' | 'publishedId' | 'link'>,
): boolean {
  if (feed !== undefined && feed !== entry.feed) return false
  if (word === undefined) return feed !== undefined
  const isId = entry.publishedId === word || entry.ids.includes(word)
  return isId || (feed === undefined && isSameLink(word, entry.link))
}

/** A test for new entries that the list takes down: listed before they came, or stored before the state was lost. */
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
