import type { ParsedEntry } from '../model.ts'

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
const dates = names.filter((name) => entryFields[name] === 'date')

/** An entry as text, for the column `texts.entry`: JSON, its dates in RFC 3339. */
export function encodeEntry(entry: ParsedEntry): string {
  return JSON.stringify(Object.fromEntries(names.map((name) => [name, entry[name]])))
}

/** The entry that was encoded. */
export function decodeEntry(text: string): ParsedEntry {
  const entry = JSON.parse(text) as Record<string, unknown>
  for (const name of dates) {
    const value = entry[name]
    entry[name] = typeof value === 'string' ? new Date(value) : undefined
  }
  return entry as ParsedEntry
}
