import { escapeAttribute } from './render-html.ts'

/** Boxes of one kind in an entry that have a name and can be reached by the keyboard: nobody goes through more. */
const maxNamed = 50

/**
 * The start tag of the box in which a table or a block of code scrolls sideways. Its name is longer than what many a box holds,
 * so that only the first of an entry have one: a page stays in proportion to what a feed sent.
 *
 * @param count its number among those of its kind, from 1
 */
export function openBox(
  name: 'pre' | 'table',
  count: number,
  label: (kind: 'code' | 'table', value: number) => string,
): string {
  if (count > maxNamed) return '<div class="scroll">'
  const words = escapeAttribute(label(name === 'pre' ? 'code' : 'table', count))
  return `<div class="scroll" tabindex="0" role="region" aria-label="${words}">`
}
