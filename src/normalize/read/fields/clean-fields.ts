import { cleanText } from '../../../html/clean-text.ts'

/**
 * What was read, every text of it without what no text should hold (`cleanText`), whichever field it is and whatever format it came
 * from: each field has its own way here, and one that forgot would let a name turn the page's words around.
 */
export function cleanFields<Value>(value: Value): Value {
  return clean(value) as Value
}

/** What is clean is given back as it is: nearly all of it. */
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
