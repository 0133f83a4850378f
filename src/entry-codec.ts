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

/** How a field is stored. A field with a date inside cannot be stored: the date would come back as text. */
type Storing<T> = T extends Date ? 'date' : true extends HoldsDate<T> ? never : 'as it is'

/** Every field of a stored entry. The compiler demands a row for each new field, and `date` for each date. */
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

/** An entry as a row of `texts`. Rows stored by an older version have the texts within `entry`, and no `content` and `summary`. */
export type StoredEntry = {
  /** All of the entry but its texts, JSON. */
  entry: string
  /** The texts, verbatim: `contentHtml` and `summaryHtml`. */
  content: string | null
  summary: string | null
}

/**
 * What the texts of a stored entry were made from: a hash of the source (`source`), and the program's version with a hash of the result
 * (`made`).
 */
export type TextMark = { source: string; made: string; whole?: WholeMark | undefined }

/**
 * The same for the rest of an entry: a hash of its element with the context that applies to it, a hash of the result, and its
 * `makeTextDay`. Made from a feed's second version on, since many feeds never have one.
 */
export type WholeMark = { element: string; head: string; textDay: string | undefined }

/** An entry as it is stored now, in the form that its feed brought, and the mark from the last version that carried it. */
export type MarkedEntry = { mark: TextMark; stored: StoredEntry }

/** What a reader can see of an entry, except its texts, and except its dates, which some feeds change at every request. */
type Seen = Omit<ParsedEntry, 'summaryHtml' | 'contentHtml' | 'published' | 'updated' | 'sourceHash'>

/** Picks the fields in a fixed order. */
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

/** What is seen of an entry except its texts and dates, as JSON: equal for two entries that show the same. */
export function encodeSeen(entry: ParsedEntry): string {
  return JSON.stringify(pickSeen(entry))
}

/** All of an entry but its texts, as JSON, for the column `texts.entry`. @param seen the result of `encodeSeen` for the entry */
export function encodeHead(entry: ParsedEntry, seen: string = encodeSeen(entry)): string {
  const { published, updated, sourceHash } = entry
  return `${seen.slice(0, -1)},${JSON.stringify({ published, updated, sourceHash }).slice(1)}`
}

/** A whole entry as one text: JSON. */
export function encodeEntry(entry: ParsedEntry): string {
  const { published, updated, summaryHtml, contentHtml, sourceHash } = entry
  return JSON.stringify({ ...pickSeen(entry), published, updated, summaryHtml, contentHtml, sourceHash })
}

/** The columns of an entry. */
export function splitEntry(entry: ParsedEntry): StoredEntry {
  const { contentHtml = null, summaryHtml = null } = entry
  return { entry: encodeHead(entry), content: contentHtml, summary: summaryHtml }
}

/** An entry as parsed from JSON: dates are texts, and absent fields are missing. */
type Stored = {
  [Field in keyof ParsedEntry]: ParsedEntry[Field] extends Date | undefined ? unknown : ParsedEntry[Field]
}

/** The entry that was encoded by `encodeEntry`. */
export function decodeEntry(text: string): ParsedEntry {
  return joinEntry({ entry: text, content: null, summary: null })
}

/**
 * The entry that was stored. It has every field, absent ones as `undefined`, so that all entries have one shape for V8, which would
 * otherwise compile code that reads them again for each combination of missing fields.
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
 * Entries as they go to the store, each encoded once, with the fields that are needed on the way.
 *
 * @param seen the result of `encodeSeen` for each entry
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

/** Texts in UTF-8, one after the other in one buffer, which can be transferred to another thread without copying. */
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

/** The whole entry that was encoded. */
export function decodeWhole({ head, content, summary }: EncodedTexts): ParsedEntry {
  const decode = (bytes: Uint8Array | undefined) => (bytes === undefined ? null : new TextDecoder().decode(bytes))
  return joinEntry({ entry: new TextDecoder().decode(head), content: decode(content), summary: decode(summary) })
}

/** Bytes that are stored of an entry's text. */
export function sizeOfEncoded({ head, content, summary }: EncodedTexts): number {
  return head.length + (content?.length ?? 0) + (summary?.length ?? 0)
}

type EncodedTexts = Pick<EncodedEntry, 'head' | 'content' | 'summary'>
