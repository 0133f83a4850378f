import type { FeedRow } from './open-memory.ts'

type FindDomain = (url: string) => string | undefined
type Owners = ReadonlyMap<string, ReadonlySet<string>>

/** Hosts of blogs whose ids name the host, whatever domain the blog has: `tag:blogger.com,1999:blog-1.post-2`. */
const keepers = new Set(['blogger.com', 'flickr.com', 'google.com', 'livejournal.com', 'medium.com', 'typepad.com'])

/** The owners found for a list of feeds, computed once. */
const known = new WeakMap<ReadonlyMap<string, FeedRow>, Owners>()

/**
 * Whether an id names an address, or an owner, on a domain on which only other listed feeds are: `https://blog.example/1` or
 * `tag:blog.example,2026:1` in a feed that is elsewhere. A feed's domain is that of its own address or of the site that feeds.yaml names;
 * the site that the feed itself names does not count, since anybody can claim it. An id that names a host of many blogs does not tell whose
 * it is.
 *
 * @param rows all feeds, by their address
 */
export function isOfAnother(
  id: string,
  feed: string,
  rows: ReadonlyMap<string, FeedRow>,
  findDomain: FindDomain,
): boolean {
  const [, host] = /^tag:(?:[\w.-]+@)?([a-z0-9.-]+),/i.exec(id) ?? []
  const place = /^https?:\/\/[^/?#]/i.test(id) ? id : host && `http://${host}/`
  const domain = place === undefined ? undefined : findDomain(place)
  if (domain === undefined || keepers.has(domain)) return false
  // Most ids are on their feed's own domain: the domains of all others are then not looked up.
  const row = rows.get(feed)
  if (row !== undefined && listDomains(row, findDomain).has(domain)) return false
  const owners = listOwners(rows, findDomain).get(domain)
  return owners !== undefined && !owners.has(feed)
}

/** The addresses of the listed feeds, by their registrable domain. */
function listOwners(rows: ReadonlyMap<string, FeedRow>, findDomain: FindDomain): Owners {
  const found = known.get(rows)
  if (found !== undefined) return found
  const owners = new Map<string, Set<string>>()
  for (const row of rows.values()) {
    for (const domain of listDomains(row, findDomain)) {
      owners.set(domain, (owners.get(domain) ?? new Set()).add(row.feed.source.url))
    }
  }
  known.set(rows, owners)
  return owners
}

/** The registrable domains of a listed feed. In a person's folder of a host, it also counts for the host itself: its ids may name that alone. */
function listDomains({ feed }: FeedRow, findDomain: FindDomain): ReadonlySet<string> {
  const { url, site } = feed.source
  const places = feed.active ? [url, site ?? ''] : []
  const hosts = places.map((place) => place.replace(/^(\w+:\/\/[^/?#]+).*$/s, '$1'))
  return new Set([...places, ...hosts].flatMap((place) => findDomain(place) ?? []))
}
