import type { EncodedEntry, ParsedEntry } from './model.ts'

/** True of a type that holds a Date anywhere below its top. */
type HoldsDate<T> = T extends Date
  ? true
  : T extends readonly (infer Item)[]
    ? HoldsDate<Item>
    : T extends object
      ? true extends { [Key in keyof T]-?: HoldsDate<NonNullable<T[Key]>> }[keyof T]
        ? true
        : false
      : false

/** How a field is stored. A field that hides a date within has no way: it would come back as text. */
type Storing<T> = T extends Date ? 'date' : true extends HoldsDate<T> ? never : 'as it is'

/** Every field of a stored entry. The compiler asks for a row here for each new one, and a date for what is one. */
export const entryFields: { [Field in keyof Required<ParsedEntry>]: Storing<NonNullable<ParsedEntry[Field]>> } = {
  id: 'as it is',
  link: 'as it is',
  title: 'as it is',
  titleHtml: 'as it is',
  summaryHtml: 'as it is',
  contentHtml: 'as it is',
  published: 'date',
  updated: 'date',
  authors: 'as it is',
  contributors: 'as it is',
  links: 'as it is',
  source: 'as it is',
  categories: 'as it is',
  language: 'as it is',
  enclosures: 'as it is',
  image: 'as it is',
  commentsUrl: 'as it is',
  rights: 'as it is',
  sourceHash: 'as it is',
}

/** An entry as it stands in `texts`. What an older version stored has its texts in `entry`, too, and no `content` and `summary`. */
export type StoredEntry = {
  /** All but its texts, JSON. */
  entry: string
  /** Its texts, as they are: `contentHtml` and `summaryHtml`. */
  content: string | null
  summary: string | null
}

/** What the texts of a stored entry came of: hashes of what they were made from, and of what was made of it, by which version. */
export type TextMark = { source: string; made: string; whole?: WholeMark | undefined }

/**
 * The same of all else of an entry: hashes of its element, with what holds around it, and of what was made of both; and its `makeTextDay`. A
 * feed has them from its second version on: many never have one.
 */
export type WholeMark = { element: string; head: string; textDay: string | undefined }

/** What is stored of an entry now, as its feed brought it, and the mark that it had when that last carried it. */
export type MarkedEntry = { mark: TextMark; stored: StoredEntry }

/** What a reader can see of an entry, but for its texts, and its dates, which some feeds write anew at every request. */
type Seen = Omit<ParsedEntry, 'summaryHtml' | 'contentHtml' | 'published' | 'updated' | 'sourceHash'>

/** In one shape and one order. */
function pickSeen(entry: ParsedEntry): Seen {
  return {
    id: entry.id,
    link: entry.link,
    title: entry.title,
    titleHtml: entry.titleHtml,
    authors: entry.authors,
    contributors: entry.contributors,
    links: entry.links,
    source: entry.source,
    categories: entry.categories,
    language: entry.language,
    enclosures: entry.enclosures,
    image: entry.image,
    commentsUrl: entry.commentsUrl,
    rights: entry.rights,
  }
}

/** What is seen of an entry but its texts, as JSON: of two that show the same it is the same. */
export function encodeSeen(entry: ParsedEntry): string {
  return JSON.stringify(pickSeen(entry))
}

/** All of an entry but its texts, as JSON, for the column `texts.entry`. @param seen what `encodeSeen` made of it */
export function encodeHead(entry: ParsedEntry, seen: string = encodeSeen(entry)): string {
  const { published, updated, sourceHash } = entry
  return `${seen.slice(0, -1)},${JSON.stringify({ published, updated, sourceHash }).slice(1)}`
}

/** An entry as text, all in one piece: JSON. */
export function encodeEntry(entry: ParsedEntry): string {
  const { published, updated, summaryHtml, contentHtml, sourceHash } = entry
  return JSON.stringify({ ...pickSeen(entry), published, updated, summaryHtml, contentHtml, sourceHash })
}

/** The columns of an entry. */
export function splitEntry(entry: ParsedEntry): StoredEntry {
  const { contentHtml = null, summaryHtml = null } = entry
  return { entry: encodeHead(entry), content: contentHtml, summary: summaryHtml }
}

/** What JSON makes of an entry: its dates are texts, and what is absent is not there. */
type Stored = {
  [Field in keyof ParsedEntry]: ParsedEntry[Field] extends Date | undefined ? unknown : ParsedEntry[Field]
}

/** The entry that `encodeEntry` made a text of. */
export function decodeEntry(text: string): ParsedEntry {
  return joinEntry({ entry: text, content: null, summary: null })
}

/**
 * The entry that was stored. It has every field, the absent ones, too: what is told of all entries is then one shape for V8, which would
 * compile what reads them again and again for each that lacks something else.
 */
export function joinEntry({ entry, content, summary }: StoredEntry): ParsedEntry {
  const stored = JSON.parse(entry) as Stored
  return {
    id: stored.id,
    link: stored.link,
    title: stored.title,
    titleHtml: stored.titleHtml,
    summaryHtml: summary ?? stored.summaryHtml,
    contentHtml: content ?? stored.contentHtml,
    published: readDate(stored.published),
    updated: readDate(stored.updated),
    authors: stored.authors,
    contributors: stored.contributors,
    links: stored.links,
    source: stored.source,
    categories: stored.categories,
    language: stored.language,
    enclosures: stored.enclosures,
    image: stored.image,
    commentsUrl: stored.commentsUrl,
    rights: stored.rights,
    sourceHash: stored.sourceHash,
  }
}

function readDate(stored: unknown): Date | undefined {
  return typeof stored === 'string' ? new Date(stored) : undefined
}

const utf8 = new TextEncoder()

/**
 * Entries as they go to the store, each written once, and beside it what is looked at on the way.
 *
 * @param seen what `encodeSeen` made of each
 */
export function encodeEntries(entries: readonly ParsedEntry[], seen: readonly string[]): EncodedEntry[] {
  const texts = entries.flatMap((entry, place) => {
    const head = encodeHead(entry, seen[place])
    return [head, entry.contentHtml, entry.summaryHtml]
  })
  const bytes = encodeTogether(texts)
  return entries.map((entry, place) => {
    const { id, link, title, published, updated, authors, language, sourceHash } = entry
    const [head = new Uint8Array(), content, summary] = bytes.slice(3 * place, 3 * place + 3)
    return { id, link, title, published, updated, authors, language, sourceHash, head, content, summary }
  })
}

/** One entry as it goes to the store. */
export function makeEncoded(entry: ParsedEntry): EncodedEntry {
  const [encoded] = encodeEntries([entry], [encodeSeen(entry)])
  if (encoded === undefined) throw new Error('no entry was encoded')
  return encoded
}

/** Texts in UTF-8, one behind the other in one piece of memory, which can be given to another thread as it is. */
function encodeTogether(texts: readonly (string | undefined)[]): (Uint8Array | undefined)[] {
  const all = new Uint8Array(texts.reduce((sum, text) => sum + (text === undefined ? 0 : Buffer.byteLength(text)), 0))
  let end = 0
  return texts.map((text) => {
    if (text === undefined) return undefined
    const start = end
    end += utf8.encodeInto(text, all.subarray(start)).written
    return all.subarray(start, end)
  })
}

/** All of an entry that was written. */
export function decodeWhole({ head, content, summary }: EncodedTexts): ParsedEntry {
  const decode = (bytes: Uint8Array | undefined) => (bytes === undefined ? null : new TextDecoder().decode(bytes))
  return joinEntry({ entry: new TextDecoder().decode(head), content: decode(content), summary: decode(summary) })
}

/** Bytes that are stored of an entry's text. */
export function sizeOfEncoded({ head, content, summary }: EncodedTexts): number {
  return head.length + (content?.length ?? 0) + (summary?.length ?? 0)
}

type EncodedTexts = Pick<EncodedEntry, 'head' | 'content' | 'summary'>
