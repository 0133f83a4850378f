import { z } from 'zod'
import { parseDuration } from './parse-duration.ts'
import { parseSize } from './parse-size.ts'

/** A check returns the value to use, or a sentence that says what is wrong with the given text; `undefined`: not what was expected. */
type Check<T> = (text: string) => { value: T } | { problem: string } | undefined

/** A scalar that is written as text and checked by one of our own rules. By default the message says what was expected. */
export function checked<T>(
  expected: string,
  check: Check<T>,
  error: string | ((issue: { input?: unknown }) => string) = `expected ${expected}`,
) {
  const message = `expected ${expected}`
  return z.string({ error }).transform((text, context): T => {
    const given = text.trim()
    const result = given === '' ? undefined : check(given)
    if (result !== undefined && 'value' in result) return result.value
    context.addIssue({ code: 'custom', message: result?.problem ?? message })
    return z.NEVER
  })
}

/** Characters that XML, and so atom.xml, cannot hold. */
const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]|\p{Cs}/u
export const text = (example: string) =>
  checked(`text, for example "${example}"`, (given) => {
    const letter = unprintable.exec(given)?.[0].codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')
    return letter === undefined
      ? { value: given }
      : { problem: `a character that cannot be shown (U+${letter}); take it out` }
  })
/** Why a feed is not asked. Words that only mean yes or no are refused, since they would be shown as the reason. */
export const pauseReason = (example: string) => {
  const expected = `text, for example "${example}"`
  const check = (given: string) => {
    if (/^(no|off|n|false)$/i.test(given)) return { problem: notPaused }
    return /^(yes|on|y|true)$/i.test(given)
      ? { problem: `say why it is not asked; expected ${expected}` }
      : { value: given }
  }
  const error = ({ input }: { input?: unknown }) =>
    input === false
      ? notPaused
      : input === true
        ? `say why it is not asked; expected ${expected}`
        : `expected ${expected}`
  return checked(expected, check, error)
}
const notPaused = '"paused" says why a feed is not asked; one that is to be asked has no such line: take it out'
export const count = (least: number) => z.int({ error: wholeNumber(least) }).min(least, { error: wholeNumber(least) })
const wholeNumber = (least: number) => `expected a whole number, ${least} or more, for example 10`
export const duration = (least: string, most: string, example: string) =>
  checked(`a duration from ${least} to ${most}, for example ${example}`, (given) => {
    const value = parseDuration(given)
    const [from = 0, to = 0] = [parseDuration(least), parseDuration(most)]
    return value === undefined || value < from || value > to ? undefined : { value }
  })
const largest = 500_000_000
export const size = () => sizeOf('a size up to 500MB, for example 10MB', 1)
/** @param least the least size; 0 lifts the limit */
export const sizeOrNone = (least: string) => {
  const expected = `a size from ${least} to 500MB, for example 20MB, or 0 for no limit`
  return z.union([z.literal(0), sizeOf(expected, parseSize(least) ?? 0)], { error: `expected ${expected}` })
}
/** Size of files kept on disk. */
export const storeSize = () => sizeOf('a size from 1MB to 100GB, for example 500MB', 1_000_000, 100_000_000_000)
const sizeOf = (expected: string, least: number, most = largest) =>
  checked(expected, (given) => {
    const value = parseSize(given)
    return value === undefined || value < least || value > most ? undefined : { value }
  })
export const map = (example: string) => ({ error: `expected keys and values, one a line, for example "${example}"` })
