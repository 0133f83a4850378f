import { readsFromRight } from './reads-from-right.ts'

const fromRight =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Thaana}\p{Script=Syriac}\p{Script=Nko}\p{Script=Adlam}]/gu
/** Where their letters are, or the first halves of those: quick to look for, and most texts have none. */
const mayBeFromRight = /[\u0590-\u08ff\ud800-\ud83b\ufb1d-\ufefc]/

/**
 * Where a text begins: as its language does, but `auto`, by its first letter, where no language is said, or most of its
 * letters are of a script of the other side (a blog in Arabic whose software says `en-US`).
 *
 * @param text plain or HTML; its beginning is looked at
 */
export function findDirection(language: string | undefined, text: string): 'ltr' | 'rtl' | 'auto' {
  if (language === undefined) return 'auto'
  const start = text.slice(0, 2000)
  const direction = readsFromRight(language) ? 'rtl' : 'ltr'
  // Most texts have none of those letters, and need not be counted.
  if (direction === 'ltr' && (!mayBeFromRight.test(start) || start.search(fromRight) < 0)) return 'ltr'
  const letters = start.replace(/<[^<>]*>|&[#\w]+;/g, ' ').match(/\p{L}/gu) ?? []
  const right = letters.join('').match(fromRight)?.length ?? 0
  const isOther = direction === 'rtl' ? right * 2 < letters.length : right * 2 > letters.length
  return isOther ? 'auto' : direction
}
