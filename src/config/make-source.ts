import type { z } from 'zod'
import type { FeedSource } from '../model.ts'
import type { feed } from './feed-schema.ts'

type Read = z.output<typeof feed>

/** Absent keys are left out, so that a source is the same when read back from the store. */
export function makeSource(feed: Read): FeedSource {
  const { every, timeout, per_day, max_age, max_new, max_text, inactive_after, ...named } = feed
  const { max_entries, author_force, ...rest } = named
  return {
    ...rest,
    ...(every === undefined ? {} : { everyMs: every }),
    ...(timeout === undefined ? {} : { timeoutMs: timeout }),
    ...(per_day === undefined ? {} : { perDay: per_day }),
    ...(max_age === undefined ? {} : { maxAgeMs: max_age }),
    ...(max_new === undefined ? {} : { maxNew: max_new }),
    ...(max_text === undefined ? {} : { maxTextBytes: max_text }),
    ...(inactive_after === undefined ? {} : { inactiveAfterMs: inactive_after }),
    ...(max_entries === undefined ? {} : { maxEntries: max_entries }),
    ...(author_force === undefined ? {} : { authorForce: author_force }),
  }
}
