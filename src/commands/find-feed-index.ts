import { parseFeedUrl } from '../config/parse-address.ts'
import type { ParsedYaml } from '../config/parse-yaml.ts'

/** Where a feed stands in the list of feeds.yaml, by its address however it is spelled there; -1 where it does not. */
export function findFeedIndex(yaml: ParsedYaml, url: string): number {
  const list = yaml.valueAt(['feeds'])
  return Array.isArray(list) ? list.findIndex((item) => addressOf(item) === url) : -1
}

function addressOf(item: unknown): string | undefined {
  const written = typeof item === 'string' ? item : (item as { url?: unknown } | null)?.url
  const result = typeof written === 'string' ? parseFeedUrl(written.trim()) : { problem: '' }
  return 'value' in result ? result.value : undefined
}
