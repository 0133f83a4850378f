import { parseFeedUrl } from './parse-address.ts'
import type { ParsedYaml } from './parse-yaml.ts'

/** A feed as it stands in feeds.yaml, whether its address can be used or not. */
export type WrittenFeed = {
  /** Its place in the list, from 0. */
  index: number
  /** The feed's address as the URL parser writes it; `undefined` where it is no valid address. */
  url: string | undefined
  /** Of the address. */
  place: ReturnType<ParsedYaml['placeOf']>
}

/** The feeds of feeds.yaml as they are written there: bare addresses, and maps with a `url`. */
export function listWrittenFeeds(yaml: ParsedYaml): WrittenFeed[] {
  const list = yaml.valueAt(['feeds'])
  return (Array.isArray(list) ? list : []).map((item: unknown, index) => {
    const written = typeof item === 'string' ? item : (item as { url?: unknown } | null)?.url
    const address = typeof written === 'string' ? parseFeedUrl(written.trim()) : { problem: '' }
    const place = yaml.placeOf(typeof item === 'string' ? ['feeds', index] : ['feeds', index, 'url'])
    return { index, url: 'value' in address ? address.value : undefined, place }
  })
}
