import type { Config } from '../config/schema.ts'
import type { FeedSource } from '../model.ts'

/** Milliseconds between two requests for a feed: its own `everyMs`, else that of `fetch`. */
export function findInterval(source: FeedSource, { fetch }: Pick<Config, 'fetch'>): number {
  return source.everyMs ?? fetch.everyMs
}
