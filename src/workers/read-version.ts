import { hash } from 'node:crypto'
import { encodeHead, joinEntry, type MarkedEntry, type WholeMark } from '../entry-codec.ts'
import { sanitiserVersion } from '../html/sanitiser-version.ts'
import type { EntryTexts, ParsedEntry, ReadResult } from '../model.ts'
import { hashTexts } from '../normalize/merge/hash-entry.ts'
import { encodeFound, findIds } from '../normalize/merge/identify-entries.ts'
import { type KnowingInput, read } from '../normalize/read/read.ts'
import { readerVersion } from '../normalize/read/reader-version.ts'
import { version } from '../version.ts'
import { colorEntries } from './color-entries.ts'
import type { ReadVersion, VersionInput } from './reader-work.ts'

/**
 * Read another version of a feed. Where the source of an entry's texts is the same as before, the texts are taken from the store: making
 * them again would give the same, at many times the cost. Where the whole element is the same, the whole entry is taken. The mark proves
 * that the stored result is unchanged, and was made by this version of the program.
 *
 * All that can be derived from an entry alone is computed here, so that its text is processed in one thread only.
 */
export async function readVersion({ stored, ...input }: VersionInput): Promise<ReadVersion | Unreadable> {
  const { texts, entries: known } = findKnown(stored)
  const elements = stored.length === 0 ? undefined : known
  const result = await readColored({ ...input, known: { sources: new Set(texts.keys()), elements } })
  if (result.kind === 'unreadable') return result
  const { about, warnings, deleted } = result.feed
  const origins = new Map<ParsedEntry, Origin>()
  let made = result.feed.entries.length
  const whole = result.feed.entries.map((read, place) => {
    const source = result.sources[place]
    const element = result.elements[place]
    if (source === undefined) return read
    const before = texts.get(source)
    if (before !== undefined) made -= 1
    const entry = before === undefined ? read : { ...read, ...before.texts }
    const whole = element === undefined ? undefined : known.get(element)?.whole
    origins.set(entry, { source, made: before?.made, element, whole })
    return entry
  })
  const cut = whole[result.cut?.entry ?? -1]
  const ids = findIds(whole, (entry) => origins.get(entry)?.whole)
  // The id and the date of an entry that was cut off may be missing: then it is left to the next version.
  const isDated = ids.some(({ entry }) => entry !== cut && entry.published !== undefined)
  const isKnowable = cut?.id !== undefined && (cut.published !== undefined || !isDated)
  const found = ids.length === 1 || isKnowable ? ids : ids.filter(({ entry }) => entry !== cut)
  const hashes = found.map(({ entry }) => origins.get(entry)?.made ?? hashTexts(entry))
  const entries = encodeFound(found, hashes).map((identified, place) => {
    const { entry, textDay } = found[place] ?? {}
    const origin = entry && origins.get(entry)
    const mark = origin && {
      source: origin.source,
      made: makeMark(hashes[place] ?? ''),
      ...markWhole(entry, origin, textDay),
    }
    const isCut = cut !== undefined && entry === cut
    return { ...identified, mark, ...(isCut ? { isCut } : {}) }
  })
  return { kind: 'read', about, warnings, entries, deleted, made, isCut: result.cut !== undefined }
}

/** What an entry was made from: see `ReadResult`. `made`, `whole`: the marks of the earlier result, where there is one. */
type Origin = {
  source: string
  made: string | undefined
  element: string | undefined
  whole: WholeMark | undefined
}

function markWhole(entry: ParsedEntry, { element, whole }: Origin, textDay: string | undefined): { whole?: WholeMark } {
  return element === undefined ? {} : { whole: whole ?? { element, head: hashHead(entry), textDay } }
}

/**
 * Stored results that are unchanged and were made by this version of the program: texts by their sources, the rest of entries by their
 * elements.
 */
function findKnown(stored: readonly MarkedEntry[]) {
  const texts = new Map<string, { texts: EntryTexts; made: string }>()
  const entries = new Map<string, { entry: ParsedEntry; source: string; whole: WholeMark }>()
  for (const { mark, stored: columns } of stored) {
    const entry = joinEntry(columns)
    const made = hashTexts(entry)
    if (mark.made !== makeMark(made)) continue
    const { source, whole } = mark
    const { summaryHtml, contentHtml } = entry
    texts.set(source, { texts: { summaryHtml, contentHtml }, made })
    if (whole === undefined || hashHead(entry) !== whole.head) continue
    entries.set(whole.element, { entry: { ...entry, summaryHtml: undefined, contentHtml: undefined }, source, whole })
  }
  return { texts, entries }
}

function hashHead(entry: ParsedEntry): string {
  return hash('sha256', encodeHead(entry), 'base64url')
}

type Unreadable = Extract<ReadResult, { kind: 'unreadable' }>

/** Read a body, and color the code in its entries. */
export async function readColored(input: KnowingInput): Promise<ReadResult> {
  const result = await read(input)
  if (result.kind !== 'read') return result
  const { entries, left } = await colorEntries(result.feed.entries)
  const unlessLeft = (hashes: (string | undefined)[]) =>
    hashes.map((hash, place) => (left.has(place) ? undefined : hash))
  const sources = unlessLeft(result.sources)
  const elements = unlessLeft(result.elements)
  return { ...result, feed: { ...result.feed, entries }, sources, elements }
}

/** The versions are part of the mark: another version of this program may make other texts from the same source. */
function makeMark(texts: string): string {
  return `${version} ${readerVersion}.${sanitiserVersion} ${texts}`
}
