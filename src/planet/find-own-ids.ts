import type { StoredFeed } from '../store/store.ts'
import { parseUrl } from '../text/parse-url.ts'

type Source = StoredFeed['source']

/**
 * The ids that feeds give themselves, by the feed's address, where no other feed has a claim to the id. An id that is the address of
 * another listed feed, or is on the host of exactly one other feed and not on the feed's own, belongs to that other feed. An id that
 * several feeds give themselves belongs to the one feed that is on the id's host; where none or several are, to no feed. A feed's hosts are
 * those of its address and of its `site:` in feeds.yaml: anybody can name any site in a feed itself.
 */
export function findOwnIds(feeds: readonly StoredFeed[]): ReadonlyMap<string, string> {
  const listed = feeds.flatMap(({ source, active }) => (active ? source : []))
  const addresses = new Set(listed.map(({ url }) => url))
  const byId = new Map<string, Source[]>()
  for (const { source, state } of feeds) {
    const id = state.about?.id
    const others = id === undefined ? undefined : byId.get(id)
    if (others !== undefined) others.push(source)
    else if (id !== undefined) byId.set(id, [source])
  }
  let owners: ReadonlyMap<string, number> | undefined
  // Owners of hosts are counted only when a feed has an id of another host: on most planets, none does.
  const isOfOne = (host: string) => {
    owners ??= countOwners(listed)
    return owners.get(host) === 1
  }
  const own = [...byId].flatMap(([id, all]) => {
    const host = hostOfId(id)
    const natives = all.filter((source) => source.url === id || (host !== undefined && standsOn(source, host)))
    const isAnothers = natives.length === 0 && (addresses.has(id) || (host !== undefined && isOfOne(host)))
    const [one, more] = natives.length > 0 ? natives.filter(({ url }) => url === id || !addresses.has(id)) : all
    return isAnothers || one === undefined || more !== undefined ? [] : [[one.url, id] as const]
  })
  return new Map(own)
}

/** How many feeds there are on each host. */
function countOwners(sources: Source[]): ReadonlyMap<string, number> {
  const owners = new Map<string, number>()
  for (const { url, site } of sources) {
    const [host, other] = [plainHost(url), plainHost(site)]
    if (host !== undefined) owners.set(host, (owners.get(host) ?? 0) + 1)
    if (other !== undefined && other !== host) owners.set(other, (owners.get(other) ?? 0) + 1)
  }
  return owners
}

function standsOn({ url, site }: Source, host: string): boolean {
  return plainHost(url) === host || (site !== undefined && plainHost(site) === host)
}

function plainHost(address: string | undefined): string | undefined {
  return address === undefined ? undefined : parseUrl(address)?.host.replace(/^www\./, '')
}

/** The host of an id that is an address, or the authority of a `tag:` (RFC 4151). */
function hostOfId(id: string): string | undefined {
  const [, authority] = /^tag:(?:[^,@]*@)?([a-z0-9.-]+),/i.exec(id) ?? []
  return authority === undefined
    ? plainHost(/^https?:/i.test(id) ? id : undefined)
    : authority.toLowerCase().replace(/^www\./, '')
}
