import { decodeHTMLStrict } from 'entities'
import { remember } from '../text/remember.ts'
import { cleanText } from './clean-text.ts'

/** An ampersand, and the reference that it begins, where that ends as it should. */
const reference = /&(?:(?:[a-z\d]{1,31}|#\d{1,6}|#x[\da-f]{1,5});)?/gi

/** Behind an ampersand that begins none: a blank; in a value, the name of an address's next field (HTML, section 13.2.5.73). */
const behindInText = /[ \n\t]/y
const behindInValue = /[ \n\t]|[a-z\d]+=/iy

/** What a reference stands for; nothing where that is nothing that a text may hold. */
const decodeOne = remember((written: string): string => {
  const sign = decodeHTMLStrict(written)
  return sign !== written && cleanText(sign) === sign ? sign : ''
})

/**
 * Character references of HTML decoded, where each of them is plainly one.
 *
 * @param isValue whether it is the value of an attribute
 * @returns `undefined` for a text with an ampersand that has to be looked at more closely
 */
export function decodeReferences(text: string, isValue = false): string | undefined {
  const behind = isValue ? behindInValue : behindInText
  let isPlain = true
  const decoded = text.replace(reference, (written, at: number) => {
    if (written !== '&') {
      const sign = decodeOne(written)
      isPlain &&= sign !== ''
      return sign
    }
    behind.lastIndex = at + 1
    isPlain &&= behind.test(text)
    return written
  })
  return isPlain ? decoded : undefined
}
