import { decodeHTMLStrict } from 'entities'
import { remember } from '../text/remember.ts'
import { cleanText } from './clean-text.ts'

/** An ampersand, and the reference that it begins, where that ends with a semicolon. */
const reference = /&(?:(?:[a-z\d]{1,31}|#\d{1,6}|#x[\da-f]{1,5});)?/gi

/**
 * What follows an ampersand that begins no reference: a blank; in a value, also the next parameter of an address (HTML, section 13.2.5.73).
 */
const behindInText = /[ \n\t]/y
const behindInValue = /[ \n\t]|[a-z\d]+=/iy

/** The character of a reference; empty where the reference is unknown, or a text must not hold its character. */
const decodeOne = remember((written: string): string => {
  const sign = decodeHTMLStrict(written)
  return sign !== written && cleanText(sign) === sign ? sign : ''
})

/**
 * Character references of HTML decoded, where each of them is plainly one.
 *
 * @param isValue whether it is the value of an attribute
 * @returns `undefined` where an ampersand needs the full rules of HTML
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
