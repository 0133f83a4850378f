import { checkPlain } from '../config/check-plain.ts'
import { makeSources } from '../config/make-sources.ts'
import type { FeedSource } from '../model.ts'
import { compileRegex } from '../text/compile-regex.ts'
import { parsePattern } from '../text/parse-pattern.ts'
import type { ImportedItem } from './imported-planet.ts'
import { readPlanet } from './read-planet.ts'
import { toPlain } from './to-plain.ts'

export type ListFeeds = {
  feeds: FeedSource[]
  /** Places of further lists that the list includes, as it writes them. */
  lists: string[]
}

/** Feeds read from one list; the rest of the list is ignored. */
const mostFeeds = 5_000

/** Keys that a list kept by others may set for a feed: how it looks and what is shown of it, not how we ask it. */
const fromOthers = new Set([
  'name',
  'author',
  'site',
  'face',
  'language',
  'tags',
  'paused',
  'include',
  'exclude',
  'content',
  'max_entries',
])

/**
 * A reading list as the feeds that it lists. Feeds that the schema refuses are skipped: the operator cannot mend them.
 *
 * @param isOwn a file of the operator's own, which may set anything for a feed except headers
 */
export function readListFeeds(bytes: Uint8Array, isOwn: boolean): ListFeeds | { problem: string } {
  const planet = readPlanet(bytes)
  if ('problem' in planet) return planet
  const items = planet.items.filter((item) => item.kind === 'feed').slice(0, mostFeeds)
  const feeds = items.map((item) => listPairs(item, isOwn).filter(([key, value]) => !isBadRule(key, value, isOwn)))
  const refused = new Map<number, Set<string>>()
  for (const { path } of checkPlain({ settings: [], feeds, lists: [] })) {
    const [, index = 0, key = 'url'] = path
    refused.set(Number(index), (refused.get(Number(index)) ?? new Set()).add(String(key)))
  }
  const kept = feeds.flatMap((pairs, index) => {
    const bad = refused.get(index)
    if (bad?.has('url')) return []
    return [Object.fromEntries(bad === undefined ? pairs : pairs.filter(([key]) => !bad.has(key)))]
  })
  return { feeds: makeSources(kept), lists: planet.items.flatMap((item) => (item.kind === 'list' ? item.url : [])) }
}

/**
 * Most steps of expressions, and most texts, of a feed's `include` or `exclude` in a list kept by others: entries are judged where nothing
 * stops slow work, and a repetition of fifteen letters (`(a|b| ){1000}`) has three thousand steps.
 */
const mostSteps = 500
const mostTexts = 200

/** A rule whose expression does not compile would match nothing: as `include` it would hide the whole feed. */
function isBadRule(key: string, value: unknown, isOwn: boolean): boolean {
  if (key !== 'include' && key !== 'exclude') return false
  const texts = typeof value === 'object' && value !== null ? Object.values(value).flat() : []
  if (!isOwn && texts.length > mostTexts) return true
  let steps = 0
  return texts.some((text) => {
    const pattern = parsePattern(String(text))
    if (!('kind' in pattern)) return true
    if (pattern.kind !== 'regex') return false
    const regex = compileRegex(pattern.source, pattern.flags)
    if ('problem' in regex) return true
    steps += regex.programSize()
    return !isOwn && steps > mostSteps
  })
}

function listPairs(item: Extract<ImportedItem, { kind: 'feed' }>, isOwn: boolean): [string, unknown][] {
  const keys = [...item.keys].filter(([key, value]) => {
    if (isOwn) return key !== 'headers'
    // A file would be one of ours.
    return fromOthers.has(key) && (key !== 'face' || /^https?:\/\//i.test(String(value)))
  })
  return [['url', item.url], ...keys.map(([key, value]): [string, unknown] => [key, toPlain(value)])]
}
