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
  const owners = domain === undefined || keepers.has(domain) ? undefined : listOwners(rows, findDomain).get(domain)
  return owners !== undefined && !owners.has(feed)
}

/** The addresses of the listed feeds, by their registrable domain. */
function listOwners(rows: ReadonlyMap<string, FeedRow>, findDomain: FindDomain): Owners {
  const found = known.get(rows)
  if (found !== undefined) return found
  const owners = new Map<string, Set<string>>()
  for (const { feed } of rows.values()) {
    const { url, site } = feed.source
    if (!feed.active) continue
    // A feed in a person's folder of a host also counts for the host itself: its ids may name the host alone.
    const places = [url, site ?? ''].flatMap((place) => [place, place.replace(/^(\w+:\/\/[^/?#]+).*$/s, '$1')])
    for (const domain of new Set(places.map(findDomain))) {
      if (domain !== undefined) owners.set(domain, (owners.get(domain) ?? new Set()).add(url))
    }
  }
  known.set(rows, owners)
  return owners
}
