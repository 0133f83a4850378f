import { listWrittenFeeds } from '../config/list-written-feeds.ts'
import type { ParsedYaml } from '../config/parse-yaml.ts'

/** The index of a feed in the list of feeds.yaml, by its address however it is spelled there; -1 where it is not listed. */
export function findFeedIndex(yaml: ParsedYaml, url: string): number {
  return listWrittenFeeds(yaml).find((feed) => feed.url === url)?.index ?? -1
}
