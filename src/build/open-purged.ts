import type { Config } from '../config/schema.ts'
import type { ParsedEntry } from '../model.ts'
import { makeEntryKeys } from '../normalize/merge/make-entry-keys.ts'
import type { Removal } from '../store/remove-entries.ts'

/** What `purged:` of feeds.yaml takes down. */
export type Purged = {
  /** For the store. */
  removals: Removal[]
  hasFeed(url: string): boolean
  hasEntry(entry: Pick<ParsedEntry, 'id' | 'link'>): boolean
  /** Whether an entry that was taken down is still listed. */
  hasStored(entry: { id: string; link: string | null; url: string }): boolean
}

/** An entry is listed by its link, with what may differ in it, or by any of its ids; a blog by its feed. */
export function openPurged(list: Config['purged']): Purged {
  const words = new Set(list.filter((item) => typeof item === 'string'))
  const feeds = new Set(list.flatMap((item) => (typeof item === 'string' ? [] : [item.feed])))
  const keys = new Set([...words].map(linkKey).filter((key) => key !== undefined))
  const hasLink = (link: string | undefined) => link !== undefined && keys.has(linkKey(link) ?? '')
  return {
    removals: [...[...words].map((id) => ({ id, linkKey: linkKey(id) })), ...[...feeds].map((feed) => ({ feed }))],
    hasFeed: (url) => feeds.has(url),
    hasEntry: ({ id, link }) => words.has(id ?? '') || hasLink(link),
    hasStored: ({ id, link, url }) => feeds.has(url) || words.has(id) || hasLink(link ?? undefined),
  }
}

function linkKey(link: string): string | undefined {
  return makeEntryKeys({ link, title: undefined, published: undefined, updated: undefined }).linkKey
}
