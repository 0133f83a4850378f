import { hash } from 'node:crypto'
import { sanitiserVersion } from '../html/sanitiser-version.ts'
import type { EntryTexts, MarkedTexts, ParsedEntry, ReadInput, ReadResult } from '../model.ts'
import { encodeFound, findIds } from '../normalize/merge/identify-entries.ts'
import { read } from '../normalize/read/read.ts'
import { readerVersion } from '../normalize/read/reader-version.ts'
import { version } from '../version.ts'
import { colorEntries } from './color-entries.ts'
import type { ReadVersion, VersionInput } from './open-parser-pool.ts'

/**
 * Read another version of a feed. Of entries whose text is written as it was before, what was made of it then is taken from what is stored:
 * to make it once more would come to the same, at many times the cost. That it is the same, and was made by this version of the program,
 * its mark says, whatever has happened to the stored entry since.
 *
 * All that is to be known of an entry alone is found out here, so that its text is looked at in one thread only.
 */
export async function readVersion({ stored, ...input }: VersionInput): Promise<ReadVersion | Unreadable> {
  const known = new Map(stored.filter(isAsMade).map(({ mark, texts }) => [mark.source, texts]))
  const result = await readColored({ ...input, known: [...known.keys()] })
  if (result.kind === 'unreadable') return result
  const { about, warnings, deleted } = result.feed
  const sources = new Map<ParsedEntry, string>()
  let made = result.feed.entries.length
  const whole = result.feed.entries.map((read, place) => {
    const source = result.sources[place]
    if (source === undefined) return read
    const texts = known.get(source)
    if (texts !== undefined) made -= 1
    const entry = texts === undefined ? read : { ...read, ...texts }
    sources.set(entry, source)
    return entry
  })
  const cut = result.cut === undefined ? undefined : whole[result.cut]
  const ids = findIds(whole)
  // What it is called may have stood behind the end: the next version says it.
  const found = ids.length === 1 ? ids : ids.filter(({ entry }) => entry !== cut || entry.id !== undefined)
  const marks = found.map(({ entry }) => {
    const source = sources.get(entry)
    return source === undefined ? undefined : { source, made: hashTexts(entry) }
  })
  const entries = encodeFound(found).map((identified, place) => {
    const isCut = cut !== undefined && found[place]?.entry === cut
    return { ...identified, mark: marks[place], ...(isCut ? { isCut } : {}) }
  })
  return { kind: 'read', about, warnings, entries, deleted, made }
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

function isAsMade({ mark, texts }: MarkedTexts): boolean {
  return hashTexts(texts) === mark.made
}

/** Of the texts as they are: to write them as JSON first would take twice as long as the hash. */
function hashTexts({ summaryHtml, contentHtml }: EntryTexts): string {
  const versions = [version, readerVersion, sanitiserVersion]
  const lengths = [summaryHtml?.length, contentHtml?.length]
  return hash(
    'sha256',
    JSON.stringify([...versions, ...lengths]) + (summaryHtml ?? '') + (contentHtml ?? ''),
    'base64url',
  )
}
