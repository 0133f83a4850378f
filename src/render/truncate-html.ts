import { countWords } from './count-words.ts'

const tag = /<(\/?)([a-z][a-z0-9]*)[^<>]*?(\/?)>/g

/** What a reader is not torn out of: the end of one of these, and of nothing around it, is a good place to stop. */
const blocks = new Set(['p', 'ul', 'ol', 'dl', 'pre', 'blockquote', 'table', 'figure', 'div', 'section', 'details'])
/** What may be left open around such a place. */
const frames = new Set(['div', 'section', 'article', 'main', 'center'])
const voids = new Set(['br', 'hr', 'img', 'source', 'wbr', 'col', 'input', 'area', 'track'])

/** The first part of a text, and how many words the whole has. */
export type Fold = { html: string; words: number }

/**
 * The first part of sanitised HTML, which ends after a whole block, at the last one within so many words; at the first,
 * where that is longer. Headings never end it.
 *
 * @returns `undefined` where the text is no longer than that, or has no place to stop at
 */
export function truncateHtml(html: string, most: number): Fold | undefined {
  const words = countWords(html)
  if (words <= most) return undefined
  const open: string[] = []
  let [start, soFar, found] = [0, 0, '']
  for (const match of html.matchAll(tag)) {
    const [whole, slash, name = '', selfClosing] = match
    soFar += countWords(html.slice(start, match.index))
    start = match.index + whole.length
    if (slash === '') {
      if (selfClosing === '' && !voids.has(name)) open.push(name)
      continue
    }
    open.pop()
    if (!blocks.has(name) || !open.every((frame) => frames.has(frame)) || soFar === 0) continue
    if (soFar > most && found !== '') break
    found =
      html.slice(0, start) +
      [...open]
        .reverse()
        .map((frame) => `</${frame}>`)
        .join('')
    if (soFar >= most) break
  }
  return found === '' || countWords(found) >= words ? undefined : { html: found, words }
}
