import type { ConfigProblem } from './config-error.ts'
import { findNearest } from './find-nearest.ts'
import { listKeys } from './list-keys.ts'
import type { ParsedYaml } from './parse-yaml.ts'
import { cut } from './quote.ts'

/** What we read of an issue of zod's: its place, and the message, which the schema wrote. */
export type Issue = { path: PropertyKey[]; message: string }

/** What zod found, at its place in the file and in our words; zod's own sentences never get out. */
export function explainIssue(issue: Issue, yaml: ParsedYaml): ConfigProblem {
  const path = issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key))
  const parent = path.slice(0, -1)
  // A bare address stands where a map with its url would.
  const keys = typeof yaml.valueAt(parent) === 'string' ? parent : path
  const found = yaml.valueAt(keys)
  const last = keys.at(-1)
  if (found === undefined && typeof last === 'string') {
    const place = keys.length === 1 ? { line: 1, column: 1, width: 1 } : yaml.placeOf(parent)
    return { ...place, message: `"${last}" is missing; ${issue.message}` }
  }
  const name = last === undefined ? 'the file' : typeof last === 'string' ? `"${last}"` : 'this'
  const message = explainFound(name, found, issue.message, yaml.sourceAt(keys))
  const isWord = keys.length === 1 && typeof found === 'string' && issue.message.startsWith('expected keys and values')
  const section = isWord ? findSection(String(last)) : undefined
  const hint = section === undefined ? '' : `; or did you mean ${section}: {${String(last)}: ${cut(String(found))}}?`
  return { ...yaml.placeOf(keys), message: `${message}${hint}` }
}

/** The section that has a key of the same name as one at the top: `tags` of `archive`. */
function findSection(key: string): string | undefined {
  return listKeys().find(
    ({ name, keys }) => name !== 'feeds' && name !== 'include' && keys.some((one) => one.name === key),
  )?.name
}

/** The words of "expected one of a, b, c" or "expected a, b or c"; none where anything else was expected. */
function listWords(expected: string): string[] {
  const [, list] = /^expected (?:one of )?([\w-]+(?:(?:, | or )[\w-]+)+)$/.exec(expected) ?? []
  return list?.split(/, | or /) ?? []
}

/**
 * @param found the value, plain data
 * @param expected the schema's sentence; it begins with "expected" where it does not tell yet what there is instead
 * @param source the value as it is written, where it is a scalar
 */
function explainFound(name: string, found: unknown, expected: string, source: string | undefined): string {
  if (found === null || found === undefined || (typeof found === 'string' && found.trim() === '')) {
    return `${name} is empty; ${expected}`
  }
  if (!expected.startsWith('expected ')) return expected
  if (typeof found === 'object') return `${expected}; found ${Array.isArray(found) ? 'a list' : 'keys and values'}`
  const written = cut(source ?? String(found))
  if (typeof found === 'string') {
    if (/ "- "$/.test(expected) && /^-\S/.test(found)) return `a blank is missing behind the dash; ${expected}`
    const isNumber = expected.startsWith('expected a whole number') && /^\d+$/.test(found)
    if (isNumber) return `${expected}; found "${written}", write it without quotes`
    const nearest = findNearest(found.trim(), listWords(expected))
    return `${expected}; found ${written}${nearest === undefined ? '' : `; did you mean "${nearest}"?`}`
  }
  const isText = expected.startsWith('expected text')
  return isText ? `${name} is text, and ${written} is not: quote it, "${written}"` : `${expected}; found ${written}`
}
