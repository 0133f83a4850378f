import { createHash } from 'node:crypto'
import type { EntryKeys, ParsedEntry } from '../../model.ts'
import { makeEntryKeys } from './make-entry-keys.ts'

/** An entry of one version of a feed, with the id that stands for it and its other keys. */
export type IdentifiedEntry = { id: string; entry: ParsedEntry; keys: EntryKeys }

/**
 * Give every entry of one version of a feed its id: the feed's own, else the link where it stands for this entry alone,
 * else a hash of title and date, else one of the content.
 *
 * Of several entries with one id the first is kept. A link or title-and-day that this version repeats gives no key.
 */
export function identifyEntries(entries: ParsedEntry[]): IdentifiedEntry[] {
  const keys = entries.map(makeEntryKeys)
  const alone = {
    link: onlyOnce(entries.map((entry) => entry.link)),
    dated: onlyOnce(entries.map(datedKey)),
    linkPath: onlyOnce(keys.map((key) => key.linkPath)),
    titleDay: onlyOnce(keys.map((key) => key.titleDay)),
  }
  const seen = new Set<string>()
  return entries.flatMap((entry, index) => {
    const id = entry.id ?? alone.link(entry.link) ?? hashed(alone.dated(datedKey(entry))) ?? hashed(contentKey(entry))
    if (id === undefined || seen.has(id)) return []
    seen.add(id)
    const own = keys[index]
    const linkPath = alone.linkPath(own?.linkPath)
    const linkKey = linkPath === undefined ? undefined : own?.linkKey
    return [{ id, entry, keys: { linkPath, linkKey, titleDay: alone.titleDay(own?.titleDay) } }]
  })
}

/** A filter that lets a value through that stands in the list exactly once. */
function onlyOnce(values: (string | undefined)[]): (value: string | undefined) => string | undefined {
  const counts = new Map<string | undefined, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return (value) => (counts.get(value) === 1 ? value : undefined)
}

function datedKey(entry: ParsedEntry): string | undefined {
  const date = entry.published ?? entry.updated
  return entry.title === undefined && date === undefined ? undefined : JSON.stringify([entry.title, date])
}

function contentKey(entry: ParsedEntry): string {
  return JSON.stringify([entry.title, entry.published, entry.link, entry.summaryHtml, entry.contentHtml])
}

function hashed(key: string | undefined): string | undefined {
  return key === undefined ? undefined : `sha256 ${createHash('sha256').update(key).digest('hex')}`
}
