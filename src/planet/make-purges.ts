import type { Config } from '../config/schema.ts'
import type { IdentifiedEntry } from '../normalize/merge/identify-entries.ts'
import { makeEntryKeys } from '../normalize/merge/make-entry-keys.ts'
import { makePublishedId } from '../normalize/merge/make-published-id.ts'
import type { Purges } from '../store/store.ts'
import { makeUuid } from '../text/make-uuid.ts'

/** The operator's list of take-downs (`purged:` in feeds.yaml) as the store looks for them. */
export function makePurges(purged: Config['purged']): Purges {
  const words = purged.flatMap(({ entry }) => entry ?? [])
  return {
    feeds: purged.flatMap(({ feed }) => feed ?? []),
    words,
    linkKeys: words.flatMap((word) => makeLinkKey(word) ?? []),
  }
}

/** What an address has in common with others of the same page: without scheme, `www.`, a slash at the end. */
export function makeLinkKey(word: string): string | undefined {
  return makeEntryKeys({ link: word, title: undefined, published: undefined, updated: undefined }).linkKey
}

/** A test for entries that were taken down before they came, or whose state was lost since. */
export function isPurgedEntry(feed: string, purged: Config['purged']): (found: IdentifiedEntry) => boolean {
  if (purged.length === 0) return () => false
  const { words, linkKeys } = makePurges(purged)
  const [byWord, byKey] = [new Set(words), new Set(linkKeys)]
  return ({ id, entry }) => {
    const key = entry.link === undefined ? undefined : makeLinkKey(entry.link)
    return (
      byWord.has(id) ||
      (entry.link !== undefined && byWord.has(entry.link)) ||
      (key !== undefined && byKey.has(key)) ||
      byWord.has(makePublishedId(feed, id)) ||
      byWord.has(makeUuid(feed, id))
    )
  }
}
