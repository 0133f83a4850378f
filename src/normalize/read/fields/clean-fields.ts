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
  if (Array.isArray(value)) {
    const parts = value.map(clean)
    return parts.every((part, place) => part === value[place]) ? value : parts
  }
  const entries = Object.entries(value)
  const parts = entries.map(([, part]) => clean(part))
  if (parts.every((part, place) => part === entries[place]?.[1])) return value
  return Object.fromEntries(entries.map(([key], place) => [key, parts[place]]))
}
