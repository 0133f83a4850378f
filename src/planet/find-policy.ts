import type { Config } from '../config/schema.ts'
import type { FeedSource } from '../model.ts'

export type Policy = ReturnType<typeof findPolicy>

/** The limits and the dates that hold for one feed: its own, else those of `defaults`. 0 lifts `max_new` and `max_text`. */
export function findPolicy(source: FeedSource, { defaults }: Config) {
  return {
    dates: source.dates ?? defaults.dates,
    takeover: source.takeover ?? defaults.takeover,
    first: source.first ?? defaults.first,
    per_day: source.per_day ?? defaults.per_day,
    max_age: source.max_age ?? defaults.max_age,
    max_new: (source.max_new ?? defaults.max_new) || Number.POSITIVE_INFINITY,
    max_text: (source.max_text ?? defaults.max_text) || Number.POSITIVE_INFINITY,
  }
}
