/** The keys of the model that hold a Date. */
const dateKeys = new Set(['published', 'updated', 'at', 'firstAt', 'since', 'until', 'freshUntil'])

/** For JSON.parse: the dates of stored model data as `Date` again. */
export function reviveDates(key: string, value: unknown): unknown {
  return dateKeys.has(key) && typeof value === 'string' ? new Date(value) : value
}
