import type { Warn } from '../collect-warnings.ts'
import { parseDate } from '../dates/parse-date.ts'
import { type Element, elementsOf, type Fields, textOf } from '../xml/element.ts'
import { type Context, enterElement } from '../xml/enter-element.ts'

/** When an entry was published; the first of these that holds a date counts, whatever the format. */
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
] as const

/** When an entry was last changed. */
export const updatedNames = [
  'atom:updated',
  'atom:modified',
  'dcterms:modified',
  'dcterms:updated',
  'updated',
  'modified',
  'lastbuilddate',
] as const

/** A year that stands for "no date" in what Go and others write, not the offset of a date that cannot be read; the first second of Unix. */
const placeholder = /(?<![+-])\b0000\b|(?<!\+)\b0001\b|\b1970\b/

/**
 * The first date among the elements of these names. Every one that is no date is said in a warning, also behind the one that
 * counts.
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

/** Read a date, in the language around it, and say where it is none. */
export function readDate(written: string, language: string | undefined, warn: Warn): Date | undefined {
  const text = written.trim()
  const date = text === '' ? undefined : parseDate(text, language)
  if (date === undefined && text !== '' && !placeholder.test(text.slice(0, 100))) {
    warn('BAD_DATE', `“${text.slice(0, 60).replace(/\s+/g, ' ')}” is no date that can be read`)
  }
  return date
}

/** Markup that was not escaped: `time` says for machines what its text says for people. */
function dateTextOf(element: Element): string {
  const [child] = elementsOf(element)
  return child?.attributes.datetime ?? textOf(element)
}
