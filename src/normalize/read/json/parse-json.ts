import type { Warn } from '../collect-warnings.ts'

/** Number of places, from its end, at which we try to close a document that was cut off. */
const maxAttempts = 50

/**
 * Parse JSON, also where it has line breaks inside strings, a comma too many, or was cut off: then the part that can be read.
 *
 * @returns `undefined` where it cannot be repaired
 */
export function parseJson(text: string, warn: Warn): { value: unknown; isCut: boolean } | undefined {
  const sound = attempt(keepLongIds(text))
  if (sound !== undefined) return { value: sound, isCut: false }
  const repaired = repairJson(text)
  const mended = attempt(repaired)
  const value = mended ?? parseCutOff(repaired)
  if (value === undefined) return undefined
  warn('ILL_FORMED', 'it is not well-formed JSON')
  return { value, isCut: mended === undefined }
}

/** Turn an id with more digits than JavaScript keeps into a string, so that all its digits stay. */
function keepLongIds(text: string): string {
  return text.replace(/("id"\s*:\s*)(-?\d{16,100})(?=\s*[,}])/g, '$1"$2"')
}

function attempt(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/**
 * Strings keep their commas, and control characters in them are escaped; numbers that JSON does not have become `null`. A string without an
 * end goes up to the end of the text: else every quote in it would be tried as the beginning of a string.
 */
function repairJson(text: string): string {
  const pieces: string[] = []
  let done = 0
  for (let start = text.indexOf('"'); start >= 0; start = text.indexOf('"', done)) {
    const end = findStringEnd(text, start)
    pieces.push(repairBetween(text.slice(done, start)), escapeControl(text.slice(start, end)))
    done = end
  }
  return pieces.join('') + repairBetween(text.slice(done))
}

function repairBetween(text: string): string {
  return text.replace(/,(?=\s*[\]}])|-?\b(?:NaN|Infinity)\b/g, (part) => (part === ',' ? '' : 'null'))
}

function escapeControl(text: string): string {
  return text.replace(/[\u0000-\u001F]/g, (control) => JSON.stringify(control).slice(1, -1))
}

/**
 * The end is looked for quote by quote: a regular expression for a whole string would keep a backtracking state for each letter, and
 * overflow at millions.
 */
function findStringEnd(text: string, start: number): number {
  let quote = text.indexOf('"', start + 1)
  while (quote >= 0 && isEscaped(text, quote)) quote = text.indexOf('"', quote + 1)
  return quote < 0 ? text.length : quote + 1
}

function isEscaped(text: string, at: number): boolean {
  let first = at
  while (text[first - 1] === '\\') first -= 1
  return (at - first) % 2 === 1
}

/** Cut after an object, the last one first, and close the list of items and the feed there. */
function parseCutOff(text: string): unknown {
  let end = text.length
  for (let attempts = 0; attempts < maxAttempts; attempts += 1) {
    end = text.lastIndexOf('}', end - 1)
    if (end <= 0) return undefined
    const closed = attempt(`${text.slice(0, end + 1)}]}`)
    if (closed !== undefined) return closed
  }
  return undefined
}
