import { keepDollars } from '../config/fill-environment.ts'
import { parseYaml } from '../config/parse-yaml.ts'
import { replaceFeedUrl } from '../config/replace-feed-url.ts'
import { findFeedIndex } from './find-feed-index.ts'
import { UsageError } from './usage-error.ts'

/**
 * Replace a feed's address in the text of feeds.yaml; everything else about the feed stays.
 *
 * @throws UsageError where the feed is written in a way that cannot be edited
 */
export function replaceAddress(text: string, from: string, to: string): { text: string; line: number } {
  const yaml = parseYaml(text)
  const index = findFeedIndex(yaml, from)
  const edited = index === -1 ? undefined : replaceFeedUrl(text, index, keepDollars(to))
  if (edited === undefined)
    throw new UsageError(`${from} stands in feeds.yaml in a way that planet cannot edit; write ${to} there by hand`)
  return { text: edited, line: yaml.placeOf(['feeds', index]).line }
}
