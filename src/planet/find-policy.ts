import type { Config } from '../config/schema.ts'
import type { FeedSource } from '../model.ts'

/** The limits and the dates that hold for one feed: its own, else those of `defaults`. */
export function findPolicy({ dates, first, per_build, max_age }: FeedSource, { defaults }: Config) {
  return {
    dates: dates ?? defaults.dates,
    first: first ?? defaults.first,
    per_build: per_build ?? defaults.per_build,
    max_age: max_age ?? defaults.max_age,
  }
}
