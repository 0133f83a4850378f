import type { ConfigProblem } from './config-error.ts'
import { findNearest } from './find-nearest.ts'
import { listKeys } from './list-keys.ts'
import type { ParsedYaml } from './parse-yaml.ts'
import { cut } from './quote.ts'

/** The parts of a zod issue that we use: its path, and the message, which comes from the schema. */
export type Issue = { path: PropertyKey[]; message: string }

/** What zod found, with its place in the file and in our words; zod's own sentences are never shown. */
export function explainIssue(issue: Issue, yaml: ParsedYaml): ConfigProblem {
  const path = issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key))
  const parent = path.slice(0, -1)
  // For a feed written as a bare address, the path to its `url` leads to the address itself.
  const keys = typeof yaml.valueAt(parent) === 'string' ? parent : path
  const found = yaml.valueAt(keys)
  const last = keys.at(-1)
  if (found === undefined && typeof last === 'string') {
    const place = keys.length === 1 ? { line: 1, column: 1, width: 1 } : yaml.placeOf(parent)
    return { ...place, message: `"${last}" is missing; ${issue.message}` }
  }
  const name = last === undefined ? 'the file' : typeof last === 'string' ? `"${last}"` : 'this'
  const isHidden = (found === null || found === undefined) && yaml.commentAt(keys) !== undefined
  const message = isHidden
    ? `${name} is empty, for what begins with "#" is a comment; put quotes around the value`
    : explainFound(name, found, issue.message, yaml.sourceAt(keys))
  const isWord = keys.length === 1 && typeof found === 'string' && issue.message.startsWith('expected keys and values')
  const section = isWord ? findSection(String(last)) : undefined
  const hint = section === undefined ? '' : `; or did you mean ${section}: {${String(last)}: ${cut(String(found))}}?`
  return { ...yaml.placeOf(keys), message: `${message}${hint}` }
}

/** The section with a key of the same name as a top-level key: `tags` of `archive`. */
function findSection(key: string): string | undefined {
  return listKeys().find(
    ({ name, keys }) => name !== 'feeds' && name !== 'include' && keys.some((one) => one.name === key),
  )?.name
}

/** The words of "expected one of a, b, c" or "expected a, b or c"; empty for any other sentence. */
function listWords(expected: string): string[] {
  const [, list] = /^expected (?:one of )?([\w-]+(?:(?:, | or )[\w-]+)+)$/.exec(expected) ?? []
  return list?.split(/, | or /) ?? []
}

/** Matches a list that may be written in one line: "expected a list of tags, for example [core, de]". */
const isShortList = /^expected a list .*\[[^\]]*\]$/
const isWords = /^[\p{L}\p{N}_ -]+(?:,[\p{L}\p{N}_ -]+)*$/u

/** "30 minutes", as it is to be written. */
function findDuration(expected: string, found: string): string | undefined {
  const [, number = '', short = ''] =
    /^(\d+(?:\.\d+)?)\s*(s|m|h|d|w|y)(?:ec|econd|in|inute|r|our|ay|eek|ear)s?$/i.exec(found) ?? []
  return expected.startsWith('expected a duration') && short !== '' ? number + short.toLowerCase() : undefined
}

/**
 * @param found the value, plain data
 * @param expected the schema's sentence; where it begins with "expected", it does not yet say what was found instead
 * @param source a scalar value as it is written in the file
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
    if (/ "- "$/.test(expected) && /^[–—‒−•*]\s/.test(found))
      return `“${found.slice(0, 1)}” is not the dash of a list; ${expected}`
    const isNumber = expected.startsWith('expected a whole number') && /^\d+$/.test(found)
    if (isNumber) return `${expected}; found "${written}", write it without quotes`
    const meant = findNearest(found.trim(), listWords(expected)) ?? findDuration(expected, found.trim())
    if (meant !== undefined) return `${expected}; found ${written}; did you mean "${meant}"?`
    return `${expected}; found ${written}${isWords.test(found) && isShortList.test(expected) ? `, write [${written}]` : ''}`
  }
  if (expected.startsWith('expected a duration') && typeof found === 'number')
    return `${expected}; found ${written}, without a unit (s, m, h, d, w or y)`
  const isText = expected.startsWith('expected text')
  return isText ? `${name} is text, and ${written} is not: quote it, "${written}"` : `${expected}; found ${written}`
}
