/** Formats are kept, since they are costly to make; there are some six hundred names of zones. */
const formats = new Map<string, Intl.DateTimeFormat | undefined>()

/**
 * The offset from UTC, in minutes, of a zone of the IANA time zone database at a time.
 *
 * @param name in upper or lower case; Node's own data decides which names are zones
 * @param local the time that the zone's clocks show, in milliseconds as if it were UTC
 * @returns `undefined` where there is no zone of this name
 */
export function findZoneOffset(name: string, local: number): number | undefined {
  const format = formatOf(name.toLowerCase())
  if (format === undefined) return undefined
  // `local` is not yet UTC: the offset is looked up again at the instant that the first offset gives, in case the clocks change between.
  const first = offsetAt(format, local)
  return offsetAt(format, local - first * 60_000)
}

function formatOf(name: string): Intl.DateTimeFormat | undefined {
  if (formats.has(name)) return formats.get(name)
  const format = makeFormat(name)
  if (format !== undefined) formats.set(name, format)
  return format
}

function makeFormat(name: string): Intl.DateTimeFormat | undefined {
  if (name.length > 40) return undefined
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone: name,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    })
  } catch {
    return undefined
  }
}

function offsetAt(format: Intl.DateTimeFormat, time: number): number {
  const part = Object.fromEntries(format.formatToParts(time).map(({ type, value }) => [type, Number(value)]))
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0 } = part
  return Math.round((Date.UTC(year, month - 1, day, hour, minute) - Math.floor(time / 60_000) * 60_000) / 60_000)
}
