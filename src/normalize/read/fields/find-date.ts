import type { Warn } from '../collect-warnings.ts'
import { parseDate } from '../dates/parse-date.ts'
import { type Fields, textOf } from '../xml/element.ts'

/** When an entry was published; the first of these that holds a date counts, whatever the format. */
export const publishedNames = [
  'pubdate',
  'atom:published',
  'atom:issued',
  'dc:date',
  'dcterms:issued',
  'dcterms:date',
  'published',
  'issued',
  'date',
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

/** A year that stands for "no date" in what Go and others write. */
const placeholder = /\b0000\b|\b0001\b/

/** The first date among the elements of these names; what is no date is passed over, with a warning. */
export function findDate(fields: Fields, names: readonly string[], warn: Warn): Date | undefined {
  for (const name of names) {
    for (const element of fields.get(name) ?? []) {
      const text = textOf(element).trim()
      const date = text === '' ? undefined : parseDate(text)
      if (date !== undefined) return date
      if (text !== '' && !placeholder.test(text)) warn('BAD_DATE', `“${text.slice(0, 60)}” is no date that can be read`)
    }
  }
  return undefined
}
