import type { Config } from '../config/schema.ts'
import type { FeedSource } from '../model.ts'

export type Policy = ReturnType<typeof findPolicy>

/** The limits and the policies that hold for one feed: its own, else those of `defaults`. 0 lifts `maxNew` and `maxTextBytes`. */
export function findPolicy(source: FeedSource, { defaults }: Config) {
  return {
    dates: source.dates ?? defaults.dates,
    takeover: source.takeover ?? defaults.takeover,
    first: source.first ?? defaults.first,
    perDay: source.perDay ?? defaults.perDay,
    maxAgeMs: source.maxAgeMs ?? defaults.maxAgeMs,
    maxNew: (source.maxNew ?? defaults.maxNew) || Number.POSITIVE_INFINITY,
    maxTextBytes: (source.maxTextBytes ?? defaults.maxTextBytes) || Number.POSITIVE_INFINITY,
  }
}
