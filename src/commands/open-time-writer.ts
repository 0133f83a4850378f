import type { Config } from '../config/schema.ts'
import { writeTime } from '../text/write-time.ts'

/** An instant to the minute, with the zone: "2026-03-01 14:00 Europe/Berlin". */
export type WriteTime = (instant: Date) => string

/** Writes times as they are in the planet's zone. */
export function openTimeWriter({ timezone }: Pick<Config, 'timezone'>): WriteTime {
  return (instant) => writeTime(instant, timezone)
}
