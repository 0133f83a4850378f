import type { EncodedEntry, ParsedEntry } from './model.ts'
import { quoteJson } from './text/quote-json.ts'

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

const names = Object.keys(entryFields) as (keyof ParsedEntry)[]

/** The fields of an entry that has them, in its own order, each as a member of a JSON object: `"title":"…"`. Its dates are RFC 3339. */
export type WrittenFields = ReadonlyMap<keyof ParsedEntry, string>

/** Write each field of an entry as JSON, once for all that is made of it: its texts are long. */
export function writeFields(entry: ParsedEntry): WrittenFields {
  const written = new Map<keyof ParsedEntry, string>()
  for (const name of Object.keys(entry) as (keyof ParsedEntry)[]) {
    const value = entry[name]
    if (value === undefined) continue
    written.set(name, `"${name}":${typeof value === 'string' ? quoteJson(value) : JSON.stringify(value)}`)
  }
  return written
}

/** An entry as text, for the column `texts.entry`: JSON. */
export function encodeEntry(entry: ParsedEntry, written: WrittenFields = writeFields(entry)): string {
  return `{${names.flatMap((name) => written.get(name) ?? []).join(',')}}`
}

/** What JSON makes of an entry: its dates are texts, and what is absent is not there. */
type Stored = {
  [Field in keyof ParsedEntry]: ParsedEntry[Field] extends Date | undefined ? unknown : ParsedEntry[Field]
}

/**
 * The entry that was encoded. It has every field, the absent ones, too: what is told of all entries is then one shape for V8, which would
 * compile what reads them again and again for each that lacks something else.
 */
export function decodeEntry(text: string): ParsedEntry {
  const stored = JSON.parse(text) as Stored
  return {
    id: stored.id,
    link: stored.link,
    title: stored.title,
    titleHtml: stored.titleHtml,
    summaryHtml: stored.summaryHtml,
    contentHtml: stored.contentHtml,
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

/** An entry as it goes to the store: written once, and beside it what is looked at on the way. */
export function makeEncoded(entry: ParsedEntry, json: Uint8Array = utf8.encode(encodeEntry(entry))): EncodedEntry {
  const { id, link, title, published, updated, authors, language, sourceHash } = entry
  return { id, link, title, published, updated, authors, language, sourceHash, json }
}

/** Texts in UTF-8, one behind the other in one piece of memory, which can be given to another thread as it is. */
export function encodeTogether(texts: readonly string[]): Uint8Array[] {
  const all = new Uint8Array(texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0))
  let end = 0
  return texts.map((text) => {
    const start = end
    end += utf8.encodeInto(text, all.subarray(start)).written
    return all.subarray(start, end)
  })
}

/** All of an entry that was written. */
export function decodeWhole({ json }: Pick<EncodedEntry, 'json'>): ParsedEntry {
  return decodeEntry(new TextDecoder().decode(json))
}
