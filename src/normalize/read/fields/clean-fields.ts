import { cleanText } from '../../../html/clean-text.ts'

/**
 * What was read, every text of it without what no text should hold (`cleanText`), whichever field it is and whatever format it came
 * from: each field has its own way here, and one that forgot would let a name turn the page's words around.
 */
export function cleanFields<Value>(value: Value): Value {
  return clean(value) as Value
}

function clean(value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value)
  if (Array.isArray(value)) return value.map(clean)
  if (typeof value !== 'object' || value === null || value instanceof Date) return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, clean(part)]))
}
