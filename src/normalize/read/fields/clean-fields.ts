import { cleanText } from '../../../html/clean-text.ts'

/**
 * Clean every text of a value (`cleanText`), whichever field it is in, and whatever format it came from. Each field is read in its own way,
 * and one that forgot to clean would let a name turn the page's words around.
 */
export function cleanFields<Value>(value: Value): Value {
  return clean(value) as Value
}

/** A value that is already clean, as nearly all are, is returned itself. */
function clean(value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value)
  if (typeof value !== 'object' || value === null || value instanceof Date) return value
  return Array.isArray(value) ? cleanList(value) : cleanRecord(value)
}

function cleanList(list: unknown[]): unknown[] {
  let cleaned: unknown[] | undefined
  for (const [place, part] of list.entries()) {
    const clear = clean(part)
    if (clear === part) continue
    cleaned ??= [...list]
    cleaned[place] = clear
  }
  return cleaned ?? list
}

function cleanRecord(record: object): object {
  const entries: [string, unknown][] = Object.entries(record)
  let isClean = true
  for (const entry of entries) {
    const clear = clean(entry[1])
    if (clear === entry[1]) continue
    entry[1] = clear
    isClean = false
  }
  return isClean ? record : Object.fromEntries(entries)
}
