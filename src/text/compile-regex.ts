import { RE2JS, RE2JSException } from 're2js'

/** A regular expression whose time is at most in proportion to the text and to its own size (`programSize`), whatever the two are. */
export type Regex = { test(text: string): boolean; programSize(): number }

/** Why an expression cannot be used, and the place of the mistake in it: characters from 0. */
export type RegexProblem = { problem: string; from: number; width: number }

const flagValues = { i: RE2JS.CASE_INSENSITIVE, m: RE2JS.MULTILINE, s: RE2JS.DOTALL }

/**
 * Compile a regular expression of RE2's kind (https://github.com/google/re2/wiki/Syntax): JavaScript's, without what takes more than linear
 * time: back-references, lookahead and lookbehind.
 *
 * @param flags some of "ims"
 */
export function compileRegex(source: string, flags: string): Regex | RegexProblem {
  try {
    const value = [...flags].reduce((sum, flag) => sum | flagValues[flag as keyof typeof flagValues], 0)
    return RE2JS.compile(source, value)
  } catch (error) {
    if (!(error instanceof RE2JSException)) throw error
    const { error: said = 'cannot be read', input } = error as { error?: string; input?: string | null }
    const part = input ?? ''
    const at = part === '' ? source.length - 1 : source.lastIndexOf(part)
    const from = Math.max(0, at)
    return { problem: explain(said, part), from, width: Math.max(1, part.length) }
  }
}

function explain(said: string, part: string): string {
  if (/^\(\?(<?[=!])/.test(part)) return 'an expression that looks ahead or behind, which takes too long on some texts'
  if (/^\\[1-9]/.test(part)) return 'an expression that refers back to a group, which takes too long on some texts'
  return `an expression that cannot be read: ${said}`
}
