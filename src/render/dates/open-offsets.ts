import { tzOffset } from '@date-fns/tz'

const minute = 60_000
const week = 7 * 86_400_000

/** An offset from UTC, in milliseconds, and the instant from which it holds. */
type Change = { from: number; offset: number }

/**
 * The offset of a zone's clocks from UTC at an instant, in milliseconds, from a table of each year's changes, which is made when an instant
 * of that year is first asked for. To ask `Intl` for every instant would cost more than everything else done with it.
 *
 * @param timezone IANA name
 */
export function openOffsets(timezone: string): (instant: number) => number {
  // UTC never changes its offset, so `Intl`, which is slow to start, need not be loaded for it.
  if (timezone === 'UTC') return () => 0
  const years = new Map<number, Change[]>()
  return (instant) => {
    const year = new Date(instant).getUTCFullYear()
    const changes = years.get(year) ?? listChanges(timezone, year)
    years.set(year, changes)
    return changes.findLast(({ from }) => from <= instant)?.offset ?? 0
  }
}

/** No zone has ever changed its clocks twice in a week. The time of a change is found to the minute. */
function listChanges(timezone: string, year: number): Change[] {
  const offsetAt = (instant: number) => tzOffset(timezone, new Date(instant)) * minute
  const start = Date.UTC(year, 0, 1)
  const end = Date.UTC(year + 1, 0, 1)
  const changes = [{ from: start, offset: offsetAt(start) }]
  for (let before = start; before < end; before += week) {
    const after = Math.min(before + week, end)
    const old = offsetAt(before)
    const offset = offsetAt(after)
    if (old === offset) continue
    let low = before / minute
    let high = after / minute
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2)
      if (offsetAt(middle * minute) === old) low = middle
      else high = middle
    }
    changes.push({ from: high * minute, offset })
  }
  return changes
}
