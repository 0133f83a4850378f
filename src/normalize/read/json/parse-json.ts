import type { Warn } from '../collect-warnings.ts'

/** Places at which a document that was cut off is tried to be closed, from its end. */
const maxAttempts = 50

/**
 * Parse JSON, also where it has line breaks inside strings, a comma too many, or was cut off: then as far as it goes.
 *
 * @returns `undefined` where that is no use
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

/** A number with more digits than JavaScript keeps is an id: the digits are. */
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
 * Strings keep their commas, and control characters in them are escaped; numbers that JSON does not have become `null`. A
 * string without an end is one up to the end of the text: else every quote in it would be tried as the beginning of one.
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

/** Found quote by quote: an expression for a whole string keeps a place to go back to for each letter, and has no room for millions. */
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
