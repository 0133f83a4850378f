import { escapeAttribute } from './render-html.ts'

/** Boxes of one kind in an entry that get a name and can be reached by the keyboard: nobody steps through more. */
const maxNamed = 50

/**
 * The start tag of the box in which a table or a block of code scrolls sideways. The name is longer than the content of many a box, so only
 * the first boxes of an entry get one: the size of a page stays in proportion to what the feed sent.
 *
 * @param count the box's number among those of its kind, from 1
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
