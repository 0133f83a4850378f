import { listWrittenFeeds } from '../config/list-written-feeds.ts'
import { makeFeedKey } from '../config/make-feed-key.ts'
import { openConfigEdit } from '../config/open-config-edit.ts'
import { parseYaml } from '../config/parse-yaml.ts'

/** @returns the line of feeds.yaml where the feed of an address stands, from 1; 1 where it stands nowhere */
export async function findFeedLines(file: string): Promise<(url: string) => number> {
  const feeds = listWrittenFeeds(parseYaml((await openConfigEdit(file)).text))
  const lines = feeds.flatMap(({ url, place }) => (url === undefined ? [] : [[makeFeedKey(url), place.line] as const]))
  const byKey = new Map(lines)
  return (url) => byKey.get(makeFeedKey(url)) ?? 1
}
