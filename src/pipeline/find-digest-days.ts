import type { Planet } from '../model.ts'
import type { DigestDays } from '../render/digest/list-periods.ts'
import type { Output } from '../store/store.ts'

/**
 * Where a planet has digests: the day it is now, and the day (or Monday) it was when the site was last written, which stands at the end of
 * `outputs.state`, behind the hashes.
 *
 * @returns the days, and the mark of today for that state: empty where there is no digest; with a weekly digest alone, the first day of the
 * week
 */
export async function findDigestDays(
  planet: Planet,
  now: Date,
  last: Output | undefined,
): Promise<{ days: DigestDays; mark: string }> {
  const kinds = planet.digest ?? []
  if (kinds.length === 0) return { days: { today: '', before: undefined }, mark: '' }
  // Most planets have no digest, and need no calendar to know that nothing is new.
  const { openCalendar } = await import('../render/dates/open-calendar.ts')
  const { findPeriod } = await import('../render/digest/find-period.ts')
  const today = (await openCalendar(planet.timezone, planet.language)).dayOf(now)
  const mark = kinds.includes('daily') ? today : findPeriod('weekly', today).first
  return { days: { today, before: /\d{4}-\d\d-\d\d$/.exec(last?.state ?? '')?.[0] }, mark }
}
