import type { StoredFeed } from '../store/store.ts'
import { parseUrl } from '../text/parse-url.ts'

type Source = StoredFeed['source']

/**
 * The ids that feeds say of themselves, by their address, where nobody else has a claim to them. An id that is the address of another
 * listed feed, or stands on the host of one other and not on its own, is that feed's; of several feeds that say the same one, it is that
 * of the feed that stands on its host, and where none or several do, nobody's. A feed's hosts are those of its address and of its
 * `site:` in feeds.yaml: what it says of its site, anybody can say.
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
  // Whose hosts there are is asked where a feed says an id of elsewhere: of most planets, none does.
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

/** How many feeds stand on each host. */
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

/** Of an address, or of whom a `tag:` names (RFC 4151). */
function hostOfId(id: string): string | undefined {
  const [, authority] = /^tag:(?:[^,@]*@)?([a-z0-9.-]+),/i.exec(id) ?? []
  return authority === undefined
    ? plainHost(/^https?:/i.test(id) ? id : undefined)
    : authority.toLowerCase().replace(/^www\./, '')
}
