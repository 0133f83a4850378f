import type { Planet } from '../model.ts'
import type { DigestDays } from '../render/digest/list-periods.ts'
import type { Output } from '../store/store.ts'

/**
 * Which day it is, where a digest wants to know, and which it was when the site was last written: both stand in what is kept of
 * that, behind the hashes.
 *
 * @returns the days, and the mark of today: empty where there is no digest. Of a weekly one alone, it changes on Mondays
 */
export async function findDigestDays(
  planet: Planet,
  now: Date,
  last: Output | undefined,
): Promise<{ days: DigestDays; mark: string }> {
  const kinds = planet.digest ?? []
  if (kinds.length === 0) return { days: { today: '', before: undefined }, mark: '' }
  // Most planets have none, and need no calendar to know that nothing is new.
  const { openCalendar } = await import('../render/dates/open-calendar.ts')
  const { findPeriod } = await import('../render/digest/find-period.ts')
  const today = (await openCalendar(planet.timezone, planet.language)).dayOf(now)
  const mark = kinds.includes('daily') ? today : findPeriod('weekly', today).first
  return { days: { today, before: /\d{4}-\d\d-\d\d$/.exec(last?.state ?? '')?.[0] }, mark }
}
