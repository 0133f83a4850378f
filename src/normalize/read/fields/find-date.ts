import type { Warn } from '../collect-warnings.ts'
import { parseDate } from '../dates/parse-date.ts'
import { type Element, elementsOf, type Fields, textOf } from '../xml/element.ts'
import { type Context, enterElement } from '../xml/enter-element.ts'

/** Elements that tell when an entry was published; the first that holds a date counts, whatever the format. */
export const publishedNames = [
  'pubdate',
  'atom:pubdate',
  'atom:published',
  'atom:issued',
  'dc:date',
  'dcterms:issued',
  'dcterms:date',
  'published',
  'issued',
  'date',
  'prism:publicationdate',
  'prism:coverdate',
  'atom:created',
  'dcterms:created',
  'created',
  '?:pubdate',
] as const

/** Elements that tell when an entry was last changed. */
export const updatedNames = [
  'atom:updated',
  'atom:modified',
  'dcterms:modified',
  'dcterms:updated',
  'updated',
  'modified',
  'lastbuilddate',
] as const

/** A year that means "no date" where Go and others write it (not the offset of an unreadable date), and the first year of Unix time. */
const placeholder = /(?<![+-])\b0000\b|(?<!\+)\b0001\b|\b1970\b/

/**
 * The first date among the elements of these names. Each element without a readable date gives a warning, also behind the one that counts.
 */
export function findDate(fields: Fields, names: readonly string[], context: Context, warn: Warn): Date | undefined {
  let found: Date | undefined
  for (const name of names) {
    for (const element of fields.get(name) ?? []) {
      const date = readDate(dateTextOf(element), enterElement(element, context).language, warn)
      found ??= date
    }
  }
  return found
}

/** Read a date, in the language around it, and warn where it is none. */
export function readDate(written: string, language: string | undefined, warn: Warn): Date | undefined {
  const text = written.trim()
  const date = text === '' ? undefined : parseDate(text, language)
  if (date === undefined && text !== '' && !placeholder.test(text.slice(0, 100))) {
    warn('BAD_DATE', `“${text.slice(0, 60).replace(/\s+/g, ' ')}” is no date that can be read`)
  }
  return date
}

/** The text of a date, or where the date is in unescaped markup, the `datetime` of its `time` element. */
function dateTextOf(element: Element): string {
  const [child] = elementsOf(element)
  return child?.attributes.datetime ?? textOf(element)
}
