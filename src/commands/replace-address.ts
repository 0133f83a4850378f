import { keepDollars } from '../config/fill-environment.ts'
import { parseYaml } from '../config/parse-yaml.ts'
import { replaceFeedUrl } from '../config/replace-feed-url.ts'
import { findFeedIndex } from './find-feed-index.ts'
import { UsageError } from './usage-error.ts'

/**
 * Write another address for a feed into the text of feeds.yaml; all else that it says of the feed stays.
 *
 * @throws UsageError where it is written in a way that this cannot do
 */
export function replaceAddress(text: string, from: string, to: string): { text: string; line: number } {
  const yaml = parseYaml(text)
  const index = findFeedIndex(yaml, from)
  const edited = index === -1 ? undefined : replaceFeedUrl(text, index, keepDollars(to))
  if (edited === undefined)
    throw new UsageError(`${from} stands in feeds.yaml in a way that planet cannot edit; write ${to} there by hand`)
  return { text: edited, line: yaml.placeOf(['feeds', index]).line }
}
