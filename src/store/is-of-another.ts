import type { FeedRow } from './open-memory.ts'

type FindDomain = (url: string) => string | undefined
type Owners = ReadonlyMap<string, ReadonlySet<string>>

/** Where blogs are kept whose ids name the keeper, on whatever domain they stand: `tag:blogger.com,1999:blog-1.post-2`. */
const keepers = new Set(['blogger.com', 'flickr.com', 'google.com', 'livejournal.com', 'medium.com', 'typepad.com'])

/** What was found once for a list of feeds. */
const known = new WeakMap<ReadonlyMap<string, FeedRow>, Owners>()

/**
 * Whether an id names a place, or an owner, on the domain of other listed feeds alone: `https://blog.example/1` or `tag:blog.example,2026:1`
 * in a feed that stands elsewhere. Where a feed stands is its own address, or the site that feeds.yaml names; what it says of itself
 * anybody can say. The id of a keeper of many blogs says nothing of whose it is.
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

/** The addresses of the listed feeds that stand on a registrable domain. */
function listOwners(rows: ReadonlyMap<string, FeedRow>, findDomain: FindDomain): Owners {
  const found = known.get(rows)
  if (found !== undefined) return found
  const owners = new Map<string, Set<string>>()
  for (const { feed } of rows.values()) {
    const { url, site } = feed.source
    if (!feed.active) continue
    // Who has a folder of a host may call entries after the host: only the folder is somebody's alone.
    const places = [url, site ?? ''].flatMap((place) => [place, place.replace(/^(\w+:\/\/[^/?#]+).*$/s, '$1')])
    for (const domain of new Set(places.map(findDomain))) {
      if (domain !== undefined) owners.set(domain, (owners.get(domain) ?? new Set()).add(url))
    }
  }
  known.set(rows, owners)
  return owners
}
