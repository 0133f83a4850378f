import { hash } from 'node:crypto'
import { encodeEntries, encodeSeen } from '../../entry-codec.ts'
import type { DeletedEntry, EncodedEntry, EntryKeys, ParsedEntry } from '../../model.ts'
import { hashEntry, hashTexts } from './hash-entry.ts'
import { makeEntryKeys } from './make-entry-keys.ts'
import { makeTextDay } from './make-text-day.ts'

/** An entry of one version of a feed, with the id that identifies it, its other keys, and the `hashEntry` of all that. */
export type IdentifiedEntry = {
  id: string
  entry: EncodedEntry
  keys: EntryKeys
  entryHash: string
  /** The document ended in the middle of it: an entry that we know stays as it is. */
  isCut?: true
}

/** One version of a feed: its entries, from `identifyEntries`, and those that it says are deleted. */
export type Version = { entries: IdentifiedEntry[]; deleted: DeletedEntry[] }

/**
 * Give every entry of one version of a feed its id: the feed's own, else the link where it stands for this entry alone,
 * else a hash of title and date, else one of the content.
 *
 * Of several entries with one id, or the same in all but their ids, the first is kept; an id that entries with different links and titles
 * share ("N/A") identifies nothing. A link or title-and-day that this version repeats gives no key. `<item/>` is no entry.
 */
export function identifyEntries(entries: ParsedEntry[]): IdentifiedEntry[] {
  const found = findIds(entries)
  return encodeFound(
    found,
    found.map(({ entry }) => hashTexts(entry)),
  )
}

/** An entry of one version with its id and keys, before it is encoded. `textDay`: also where it is not used as a key. */
type FoundEntry = Pick<IdentifiedEntry, 'id' | 'keys'> & { entry: ParsedEntry; textDay: string | undefined }

/** Finds the `makeTextDay` of an entry, where it is known. */
type FindKnown = (entry: ParsedEntry) => { textDay: string | undefined } | undefined

/**
 * Encode the entries of one version for the store: each is written once, and its hash is made of what was written.
 *
 * @param texts the `hashTexts` of each entry
 */
export function encodeFound(found: readonly FoundEntry[], texts: readonly string[]): IdentifiedEntry[] {
  const entries = found.map(({ entry }) => entry)
  const seen = entries.map(encodeSeen)
  const encoded = encodeEntries(entries, seen)
  return encoded.map((entry, place) => {
    const { id, keys, entry: whole } = found[place] as FoundEntry
    return { id, entry, keys, entryHash: hashEntry(whole, keys, texts[place], seen[place]) }
  })
}

/**
 * The ids and keys that `identifyEntries` gives, with the entries as they are.
 *
 * @param findKnown gives what is known of an entry
 */
export function findIds(all: ParsedEntry[], findKnown: FindKnown = () => undefined): FoundEntry[] {
  const { entries, keys } = dropRepeated(
    all,
    all.map((entry) => {
      const { textDay } = findKnown(entry) ?? { textDay: makeTextDay(entry) }
      return { ...makeEntryKeys(entry), textDay }
    }),
  )
  const alone = {
    link: onlyOnce(entries.map((entry) => entry.link)),
    linkPath: onlyOnce(keys.map((key) => key.linkPath)),
    titleDay: onlyOnce(keys.map((key) => key.titleDay)),
    textDay: onlyOnce(keys.map((key) => key.textDay)),
  }
  // Made only when needed: hardly any feed needs these keys, and making them takes a while.
  let dated: ReturnType<typeof onlyOnce> | undefined
  const findDated = (entry: ParsedEntry) => {
    dated ??= onlyOnce(entries.map(datedKey))
    return dated(datedKey(entry))
  }
  const isShared = findShared(entries)
  const seen = new Set<string>()
  return entries.flatMap((entry, index) => {
    const own = entry.id === undefined || isShared(entry.id) ? undefined : entry.id
    const id = own ?? alone.link(entry.link) ?? hashed(findDated(entry)) ?? hashed(contentKey(entry))
    if (id === undefined || seen.has(id) || saysNothing(entry)) return []
    seen.add(id)
    const key = keys[index]
    const linkPath = alone.linkPath(key?.linkPath)
    const linkKey = linkPath === undefined ? undefined : key?.linkKey
    const titleDay = alone.titleDay(key?.titleDay)
    const textDay = alone.textDay(key?.textDay)
    return [{ id, entry, keys: { linkPath, linkKey, titleDay, textDay }, textDay: key?.textDay }]
  })
}

/**
 * Drop an entry that equals an earlier one in page, title, text, instant and files: it is the same entry under another id (with http and
 * https, say). Without an instant, "The build failed" may be two entries about one page: then the ids must be the same address, too.
 */
function dropRepeated<Keys extends EntryKeys>(
  entries: readonly ParsedEntry[],
  keys: readonly Keys[],
): { entries: readonly ParsedEntry[]; keys: readonly Keys[] } {
  // Hardly any feed repeats an entry.
  if (new Set(keys.map(({ linkKey }) => linkKey)).size === keys.length) return { entries, keys }
  const seen = new Set<string>()
  const kept = entries.flatMap((entry, index) => {
    const key = keys[index]
    if (key === undefined) return []
    if (key.linkKey === undefined || entry.title === undefined) return [{ entry, key }]
    const { id, sourceHash, published, updated, enclosures } = entry
    const when = published ?? updated ?? [makeEntryKeys({ link: id }).linkKey ?? id]
    const whole = JSON.stringify([key.linkKey, sourceHash, when, enclosures.map(({ url }) => url)])
    if (seen.has(whole)) return []
    seen.add(whole)
    return [{ entry, key }]
  })
  return { entries: kept.map(({ entry }) => entry), keys: kept.map(({ key }) => key) }
}

/** Whether an entry has no id, page, title, text, picture or file: there is nothing to show, and only a date to know it by. */
function saysNothing({ id, link, title, contentHtml, summaryHtml, image, enclosures }: ParsedEntry): boolean {
  return (id ?? link ?? title ?? contentHtml ?? summaryHtml ?? image) === undefined && enclosures.length === 0
}

/** Where all entries of a version, and at least this many, have one id, that is a mistake of their program. */
const fewestOfOne = 3

/**
 * Tells whether an id stands for several entries: the entries that have it differ in link and in title; or all entries have it, and no two
 * share a title, or no two share a link, or none has a title and no two share a text.
 */
function findShared(entries: readonly ParsedEntry[]): (id: string) => boolean {
  const byId = new Map<string, { links: Set<string>; titles: Set<string> }>()
  for (const { id, link, title } of entries) {
    if (id === undefined) continue
    const known = byId.get(id) ?? { links: new Set(), titles: new Set() }
    if (link !== undefined) known.links.add(link)
    if (title !== undefined) known.titles.add(title)
    byId.set(id, known)
  }
  const [only] = byId.size === 1 && entries.length >= fewestOfOne ? byId.values() : []
  const texts = only?.titles.size === 0 ? new Set(entries.map(({ sourceHash }) => sourceHash)) : undefined
  const isMistake = [only?.links, only?.titles, texts].some((values) => values?.size === entries.length)
  return (id) => {
    const known = byId.get(id)
    return known !== undefined && (isMistake || (known.links.size > 1 && known.titles.size > 1))
  }
}

/** A filter that lets a value through which is in the list exactly once. */
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
  return key === undefined ? undefined : `${madeOf} ${hash('sha256', key)}`
}

const madeOf = 'sha256'

/** The id of an entry whose title alone does not identify it. */
export function makeContentId({ title, sourceHash }: Pick<ParsedEntry, 'title' | 'sourceHash'>): string {
  return `${madeOf} ${hash('sha256', JSON.stringify([title, sourceHash]))}`
}

/** Whether an id is a hash, since its entry had neither an id nor a link of its own. */
export function isMadeId(id: string): boolean {
  return id.startsWith(`${madeOf} `)
}
