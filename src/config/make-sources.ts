import type { FeedSource } from '../model.ts'
import { feed } from './feed-schema.ts'
import { makeSource } from './make-source.ts'

/** Sources from feeds given as plain data, in no feeds.yaml; feeds that the schema refuses are skipped. */
export function makeSources(given: object[]): FeedSource[] {
  return given.flatMap((one) => {
    const result = feed.safeParse(one)
    return result.success ? [makeSource(result.data)] : []
  })
}
