import { sanitiserVersion } from '../html/sanitiser-version.ts'
import type { ParsedEntry, ReadInput, ReadResult } from '../model.ts'
import { hashTexts } from '../normalize/merge/hash-entry.ts'
import { encodeFound, findIds } from '../normalize/merge/identify-entries.ts'
import { read } from '../normalize/read/read.ts'
import { readerVersion } from '../normalize/read/reader-version.ts'
import { version } from '../version.ts'
import { colorEntries } from './color-entries.ts'
import type { ReadVersion, VersionInput } from './reader-work.ts'

/**
 * Read another version of a feed. Of entries whose text is written as it was before, what was made of it then is taken from what is stored:
 * to make it once more would come to the same, at many times the cost. That it is the same, and was made by this version of the program,
 * its mark says, whatever has happened to the stored entry since.
 *
 * All that is to be known of an entry alone is found out here, so that its text is looked at in one thread only.
 */
export async function readVersion({ stored, ...input }: VersionInput): Promise<ReadVersion | Unreadable> {
  const known = new Map(
    stored.flatMap(({ mark, texts }) => {
      const made = hashTexts(texts)
      return mark.made === makeMark(made) ? [[mark.source, { texts, made }] as const] : []
    }),
  )
  const result = await readColored({ ...input, known: [...known.keys()] })
  if (result.kind === 'unreadable') return result
  const { about, warnings, deleted } = result.feed
  const sources = new Map<ParsedEntry, { source: string; made: string | undefined }>()
  let made = result.feed.entries.length
  const whole = result.feed.entries.map((read, place) => {
    const source = result.sources[place]
    if (source === undefined) return read
    const before = known.get(source)
    if (before !== undefined) made -= 1
    const entry = before === undefined ? read : { ...read, ...before.texts }
    sources.set(entry, { source, made: before?.made })
    return entry
  })
  const cut = whole[result.cut?.entry ?? -1]
  const ids = findIds(whole)
  // What it is called may have stood behind the end: the next version says it.
  const found = ids.length === 1 ? ids : ids.filter(({ entry }) => entry !== cut || entry.id !== undefined)
  const hashes = found.map(({ entry }) => sources.get(entry)?.made ?? hashTexts(entry))
  const entries = encodeFound(found, hashes).map((identified, place) => {
    const entry = found[place]?.entry
    const source = entry && sources.get(entry)?.source
    const mark = source === undefined ? undefined : { source, made: makeMark(hashes[place] ?? '') }
    const isCut = cut !== undefined && entry === cut
    return { ...identified, mark, ...(isCut ? { isCut } : {}) }
  })
  return { kind: 'read', about, warnings, entries, deleted, made, isCut: result.cut !== undefined }
}

type Unreadable = Extract<ReadResult, { kind: 'unreadable' }>

/** Read a body; code is in color. */
export async function readColored(input: ReadInput): Promise<ReadResult> {
  const result = await read(input)
  if (result.kind !== 'read') return result
  const { entries, left } = await colorEntries(result.feed.entries)
  const sources = result.sources.map((source, place) => (left.has(place) ? undefined : source))
  return { ...result, feed: { ...result.feed, entries }, sources }
}

/** What was made by another version of this program may be made otherwise now. */
function makeMark(texts: string): string {
  return `${version} ${readerVersion}.${sanitiserVersion} ${texts}`
}
