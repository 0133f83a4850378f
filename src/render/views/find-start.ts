import { storedToText } from '../../html/stored-to-text.ts'

/** The first eight words of a stored text, which name an entry without a title; empty for a text without words. */
export function findStart(html: string): string {
  const words = storedToText(html).split(' ').filter(Boolean)
  const start = [...words.slice(0, 8).join(' ')].slice(0, 100).join('')
  return words.length > 8 ? `${start}…` : start
}
