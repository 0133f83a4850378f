import { makeFeedKey } from '../config/make-feed-key.ts'
import type { Config } from '../config/schema.ts'

/** The other feed of feeds.yaml that has the address already to which one has moved: two lines of one feed are a mistake. */
export function findTwin(url: string, movedTo: string, { feeds }: Pick<Config, 'feeds'>): string | undefined {
  const key = makeFeedKey(movedTo)
  return feeds.find((other) => other.url !== url && makeFeedKey(other.url) === key)?.url
}
