import { isDeepStrictEqual } from 'node:util'
import { isMap, isScalar, isSeq, parseDocument, stringify } from 'yaml'
import { parseYaml } from './parse-yaml.ts'

/**
 * Replace the address of a feed of feeds.yaml. Everything else stays as it is written, including its comment and quotes.
 *
 * @param index of the feed in the list
 * @returns the new text; `undefined` where the file is written in a way that cannot be edited
 */
export function replaceFeedUrl(text: string, index: number, url: string): string | undefined {
  const document = parseDocument(text, { version: '1.2', merge: true, stringKeys: true })
  const list: unknown = document.get('feeds', true)
  const item: unknown = isSeq(list) ? list.items[index] : undefined
  const node: unknown = isMap(item) ? item.get('url', true) : item
  if (!isScalar(node) || !node.range) return undefined
  const [from, to] = node.range
  const quote = /^['"]/.exec(text.slice(from, to))?.[0]
  const written = quote === undefined ? stringify(url, { lineWidth: 0 }).trimEnd() : `${quote}${url}${quote}`
  const edited = text.slice(0, from) + written + text.slice(to)
  return isOnlyUrlChanged(text, edited, index, url) ? edited : undefined
}

/** Nothing is written that says anything else. */
function isOnlyUrlChanged(text: string, edited: string, index: number, url: string): boolean {
  const { value, problems } = parseYaml(edited)
  const before = parseYaml(text).value as { feeds: unknown[] }
  const feeds = before.feeds.map((feed, place) => {
    if (place !== index) return feed
    return typeof feed === 'string' ? url : { ...(feed as object), url }
  })
  return problems.length === 0 && isDeepStrictEqual(value, { ...before, feeds })
}
