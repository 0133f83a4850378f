/** Maps as objects, as YAML and JSON write them. */
export function toPlain(value: unknown): unknown {
  if (value instanceof Map) return Object.fromEntries([...value].map(([key, inner]) => [key, toPlain(inner)]))
  return Array.isArray(value) ? value.map(toPlain) : value
}
