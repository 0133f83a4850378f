import type { Config } from '../config/schema.ts'
import { openCalendar } from '../render/dates/open-calendar.ts'

/** An instant to the minute, with the zone: "2026-03-01 14:00 Europe/Berlin". */
export type WriteTime = (instant: Date) => string

/** Writes times as they are in the planet's zone; in English, as all that is said on the command line. */
export async function openTimeWriter({ timezone }: Pick<Config, 'timezone'>): Promise<WriteTime> {
  const calendar = await openCalendar(timezone, 'en')
  return (instant) => calendar.format(instant, '%Y-%m-%d %H:%M %Z')
}
