import { createHash } from 'node:crypto'
import { sanitiserVersion } from '../html/sanitiser-version.ts'
import type { ParsedEntry, ParsedFeed, ReadInput, ReadResult } from '../model.ts'
import { readerVersion } from '../normalize/read/reader-version.ts'
import type { EntryTexts, MarkedTexts, TextMark } from '../store/store.ts'
import { version } from '../version.ts'
import type { ParserPool } from '../workers/open-parser-pool.ts'

/** How the texts of a feed's entries came about. */
export type ReadTexts = {
  /** Entry → hash of what its texts were made from, where that can be known again. */
  sources: ReadonlyMap<ParsedEntry, string>
  /** Entries whose texts were made, and not taken from the store. */
  made: number
}

type ReadAgain = { kind: 'read'; feed: ParsedFeed; texts: ReadTexts }

/**
 * Read another version of a feed. Of entries whose text is written as it was before, what was made of it then is taken from the store:
 * to make it once more would come to the same, at many times the cost. That it is the same, and was made by this version of the program,
 * its mark says, whatever has happened to the stored entry since.
 *
 * @param stored texts of the entries that the last version carried
 */
export async function readAgain(
  input: Omit<ReadInput, 'known'>,
  stored: MarkedTexts[],
  parserPool: Pick<ParserPool, 'read'>,
): Promise<ReadAgain | Extract<ReadResult, { kind: 'unreadable' }>> {
  const known = new Map(stored.filter(isAsMade).map(({ mark, texts }) => [mark.source, texts]))
  const result = await parserPool.read({ ...input, known: [...known.keys()] })
  if (result.kind === 'unreadable') return result
  const sources = new Map<ParsedEntry, string>()
  let made = result.feed.entries.length
  const entries = result.feed.entries.map((read, place) => {
    const source = result.sources[place]
    if (source === undefined) return read
    const texts = known.get(source)
    if (texts !== undefined) made -= 1
    const entry = texts === undefined ? read : { ...read, ...texts }
    sources.set(entry, source)
    return entry
  })
  return { kind: 'read', feed: { ...result.feed, entries }, texts: { sources, made } }
}

/** What an entry's texts are marked with as they are stored. @param source from `readAgain` */
export function markTexts(source: string, entry: EntryTexts): TextMark {
  return { source, made: hashTexts(entry) }
}

function isAsMade({ mark, texts }: MarkedTexts): boolean {
  return hashTexts(texts) === mark.made
}

/** Of the texts as they are: to write them as JSON first would take twice as long as the hash. */
function hashTexts({ summaryHtml, contentHtml }: EntryTexts): string {
  const versions = [version, readerVersion, sanitiserVersion]
  return createHash('sha256')
    .update(JSON.stringify([...versions, summaryHtml?.length, contentHtml?.length]))
    .update(summaryHtml ?? '')
    .update(contentHtml ?? '')
    .digest('base64url')
}
