import type { FeedSource } from '../model.ts'
import { feed } from './feed-schema.ts'
import { makeSource } from './make-source.ts'

/** Feeds that stand in no feeds.yaml, as plain data; those that the schema does not take are passed over. */
export function makeSources(given: object[]): FeedSource[] {
  return given.flatMap((one) => {
    const result = feed.safeParse(one)
    return result.success ? [makeSource(result.data)] : []
  })
}
