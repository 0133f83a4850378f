import { fitAddress } from './fit-address.ts'
import type { YamlKind } from './map-yaml-key.ts'

/**
 * A list of feeds below a key, or the whole file; or `named`: a top-level key for each feed, as in Pluto. `isByName`: the keys are the names
 * of feeds, or of folders of them.
 */
export type List = { key: string | undefined; items: unknown[]; named?: Set<string>; isByName?: true }

const lists = ['feeds', 'sources', 'subscriptions', 'blogs', 'planets', 'feed_urls']
/** Where both stand there, `url` is the page. */
export const addresses = ['feed', 'href', 'xmlUrl', 'feed_url', 'feedUrl', 'rss', 'rss_url', 'url', 'link']

/** Where in a file its feeds are listed. */
export function findYamlList(value: unknown): List | undefined {
  if (Array.isArray(value)) return isFeeds(value) ? { key: undefined, items: value } : undefined
  if (typeof value !== 'object' || value === null) return undefined
  const map = new Map(Object.entries(value))
  const key = lists.find((name) => isFeeds(map.get(name)))
  if (key !== undefined) return { key, items: Object.values(map.get(key) as object) }
  const named = [...map].filter(([, one]) => typeof one === 'object' && one !== null && 'feed' in one && isFeeds([one]))
  // Perlanet's `feed: {file: …}` is no feed: its value is no address.
  if (named.length > 0) {
    return { key: undefined, items: named.map(([, one]) => one), named: new Set(named.map(([name]) => name)) }
  }
  const others = [...map].filter(([name]) => !ofPlanet.has(name))
  if (!isFeeds(Object.fromEntries(others.filter(([name]) => !/^(author|owner)$/.test(name))))) return undefined
  const items = others.map(([, one]) => one)
  return { key: undefined, items, named: new Set(others.map(([name]) => name)), isByName: true }
}

/** Keys that a planet has of itself, where a file is a map of names and addresses. */
const ofPlanet = new Set(['title', 'name', 'url', 'link', 'description', 'language', 'timezone', 'subtitle', 'image'])

/** Folders in folders: nobody files deeper. */
const mostFolders = 5

/** True for a list or a map of which at least half are addresses of feeds, bare or in maps, or folders of those in a map. */
export function isFeeds(value: unknown, depth = 0): boolean {
  if (typeof value !== 'object' || value === null || depth > mostFolders || isFeed(value)) return false
  const items = Object.values(value)
  const found = Array.isArray(value)
    ? items.filter((item) => (typeof item === 'string' ? 'url' in fitAddress(item) : isFeed(item)))
    : items.filter((item) => isFeed(item) || isFeeds(item, depth + 1))
  return items.length > 0 && found.length * 2 >= items.length
}

/** An address, or a map that has one. Without `http:`, too many names look like addresses (`Node.js`). */
export function isFeed(item: unknown): boolean {
  if (typeof item === 'string') return /^(https?|feed):/i.test(item)
  if (typeof item !== 'object' || item === null || Array.isArray(item)) return false
  const map = new Map<string, unknown>(Object.entries(item))
  return addresses.some((name) => typeof map.get(name) === 'string')
}

/** Which program a file is of, known by its keys; `undefined` where it lists no feeds. */
export function findYamlKind(value: unknown, list: List | undefined): YamlKind | undefined {
  if (Array.isArray(value)) return list === undefined ? undefined : 'list'
  if (typeof value !== 'object' || value === null) return undefined
  const has = (...names: string[]) => names.filter((name) => Object.hasOwn(value, name)).length
  if (list === undefined) {
    return has('url', 'name') === 2 &&
      has('items', 'refresh', 'cache', 'nohtml', 'postmaxlength', 'cachedir', 'shuffle', 'checkcerts') >= 2
      ? 'moonmoon'
      : undefined
  }
  if (list.isByName) return 'list'
  if (list.named !== undefined) return 'pluto'
  if (list.key === 'blogs') return 'planetrb'
  if (list.key === 'sources' || has('cacheUrl', 'siteTitle', 'cacheMaxDays') > 0) return 'osmosfeed'
  if (
    has(
      'entries',
      'entries_per_feed',
      'page',
      'feed',
      'opml',
      'cache_dir',
      'agent',
      'author',
      'google_ga',
      'cutoff_duration',
      'cache',
      'sort',
      'entry_sort',
    ) > 0
  ) {
    return 'perlanet'
  }
  return list.key === 'feeds' &&
    has('title', 'url') > 0 &&
    has('link', 'name') === 0 &&
    !list.items.some(hasForeignKeys)
    ? 'planet'
    : 'list'
}

function hasForeignKeys(item: unknown): boolean {
  return (
    typeof item === 'object' &&
    item !== null &&
    (['web', 'title'].some((name) => Object.hasOwn(item, name)) ||
      (!Object.hasOwn(item, 'url') && addresses.some((name) => Object.hasOwn(item, name))))
  )
}
