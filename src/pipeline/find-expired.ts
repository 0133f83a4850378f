import type { Day, Planet } from '../model.ts'
import type { Calendar } from '../render/dates/open-calendar.ts'

/** What `archive.keep` no longer keeps. */
export type Expiry = {
  /** The first instant that is kept: the beginning of a day, so that a page is whole or gone. `undefined`: all is kept. */
  cutoff: Date | undefined
  /** Days whose pages were written and are no longer kept, each as its first instant. */
  expired: Date[]
}

/** @param loadWritten loads the paths of the files that were written: a site may have tens of thousands, and most planets keep all */
export async function findExpired(planet: Planet, now: Date, loadWritten: () => Promise<Set<string>>): Promise<Expiry> {
  const { keepMs } = planet.archive
  if (keepMs === undefined) return { cutoff: undefined, expired: [] }
  // Most planets keep all, and need no calendar to know that nothing is new.
  const { openCalendar } = await import('../render/dates/open-calendar.ts')
  const calendar = await openCalendar(planet.timezone, planet.language)
  const cutoff = calendar.rangeOf(calendar.dayOf(new Date(+now - keepMs))).from
  return { cutoff, expired: listExpired(await loadWritten(), cutoff, calendar) }
}

function listExpired(written: Set<string>, cutoff: Date, calendar: Calendar): Date[] {
  const first = calendar.dayOf(cutoff)
  const days = [...written].flatMap((file): Day[] => {
    const [, year, month, date] = /^(\d{4})\/(\d\d)\/(\d\d)\/index\.html$/.exec(file) ?? []
    return date === undefined ? [] : [`${year}-${month}-${date}`]
  })
  return days.filter((day) => day < first).map((day) => calendar.rangeOf(day).from)
}
