import type { EntryQueries } from '../../entry-queries.ts'
import type { Month, Page, Planet } from '../../model.ts'
import type { Calendar } from '../dates/open-calendar.ts'

/**
 * Statistics of the twelve months that end with the newest change's month: only entries of these months are read.
 *
 * @param months the twelve months, and how many entries each feed has in each of them
 */
export async function makeStatsPage(
  queries: EntryQueries,
  planet: Planet,
  calendar: Calendar,
  { months, postCounts }: { months: Month[]; postCounts: Map<string, number[]> },
): Promise<Page> {
  const weekdays = new Array<number>(7).fill(0)
  const hours = new Array<number>(24).fill(0)
  const languages = new Map()
  const feeds = new Map(
    planet.subscriptions.map(({ source, about }) => [source.url, source.language ?? about?.language]),
  )
  for (const month of months) {
    const { from, to } = calendar.rangeOf(month)
    for (const { position, language, feed } of await queries.titlesBetween(from, to)) {
      const shown = calendar.formatIso(position)
      const weekday = new Date(`${shown.slice(0, 10)}T00:00:00Z`).getUTCDay()
      const hour = Number(shown.slice(11, 13))
      const spoken = (language ?? feeds.get(feed) ?? '').split('-')[0]
      weekdays[weekday] = (weekdays[weekday] ?? 0) + 1
      hours[hour] = (hours[hour] ?? 0) + 1
      languages.set(spoken, (languages.get(spoken) ?? 0) + 1)
    }
  }
  return { kind: 'stats', months, postCounts, weekdays, hours, languages }
}
