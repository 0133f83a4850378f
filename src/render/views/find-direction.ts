import { readsFromRight } from './reads-from-right.ts'

const fromRight =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Thaana}\p{Script=Syriac}\p{Script=Nko}\p{Script=Adlam}]/gu
/** Ranges of letters written from right to left, or of their first surrogates: quick to test, and most texts have none. */
const mayBeFromRight = /[\u0590-\u08ff\ud800-\ud83b\ufb1d-\ufefc]/

/**
 * The direction of a text: that of its language, but `auto`, by the first letter, where no language is declared, or most letters are of a
 * script of the other direction (a blog in Arabic whose software says `en-US`).
 *
 * @param text plain or HTML; only its beginning is read
 */
export function findDirection(language: string | undefined, text: string): 'ltr' | 'rtl' | 'auto' {
  if (language === undefined) return 'auto'
  const start = text.slice(0, 2000)
  const direction = readsFromRight(language) ? 'rtl' : 'ltr'
  // Most texts have no such letters, which then need not be counted.
  if (direction === 'ltr' && (!mayBeFromRight.test(start) || start.search(fromRight) < 0)) return 'ltr'
  const letters = start.replace(/<[^<>]*>|&[#\w]+;/g, ' ').match(/\p{L}/gu) ?? []
  const right = letters.join('').match(fromRight)?.length ?? 0
  const isOther = direction === 'rtl' ? right * 2 < letters.length : right * 2 > letters.length
  return isOther ? 'auto' : direction
}
