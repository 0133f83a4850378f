import type { StoredFeed } from '../store/store.ts'
import { parseUrl } from '../text/parse-url.ts'

type Said = { url: string; id: string; hosts: ReadonlySet<string> }

/**
 * The ids that feeds say of themselves, by their address, where nobody else has a claim to them. An id that is the address of another
 * listed feed, or stands on the host of one other and not on its own, is that feed's; of several feeds that say the same one, it is that
 * of the feed that stands on its host, and where none or several do, nobody's. A feed's hosts are those of its address and of its
 * `site:` in feeds.yaml: what it says of its site, anybody can say.
 */
export function findOwnIds(feeds: readonly StoredFeed[]): ReadonlyMap<string, string> {
  const listed = feeds.filter(({ active }) => active)
  const addresses = new Set(listed.map(({ source }) => source.url))
  const owners = new Map<string, number>()
  for (const { source } of listed) for (const host of hostsOf(source)) owners.set(host, (owners.get(host) ?? 0) + 1)
  const byId = new Map<string, Said[]>()
  for (const { source, state } of feeds) {
    const id = state.about?.id
    if (id !== undefined) byId.set(id, [...(byId.get(id) ?? []), { url: source.url, id, hosts: hostsOf(source) }])
  }
  const own = [...byId].flatMap(([id, all]) => {
    const host = hostOfId(id)
    const natives = all.filter(({ url, hosts }) => url === id || (host !== undefined && hosts.has(host)))
    const isAnothers = natives.length === 0 && (addresses.has(id) || (host !== undefined && owners.get(host) === 1))
    const [one, more] = natives.length > 0 ? natives.filter(({ url }) => !addresses.has(id) || url === id) : all
    return isAnothers || one === undefined || more !== undefined ? [] : [[one.url, id] as const]
  })
  return new Map(own)
}

function hostsOf({ url, site }: StoredFeed['source']): ReadonlySet<string> {
  return new Set([url, site].flatMap((address) => plainHost(address) ?? []))
}

function plainHost(address: string | undefined): string | undefined {
  return parseUrl(address ?? '')?.host.replace(/^www\./, '')
}

/** Of an address, or of whom a `tag:` names (RFC 4151). */
function hostOfId(id: string): string | undefined {
  const [, authority] = /^tag:(?:[^,@]*@)?([a-z0-9.-]+),/i.exec(id) ?? []
  return authority === undefined
    ? plainHost(/^https?:/i.test(id) ? id : undefined)
    : authority.toLowerCase().replace(/^www\./, '')
}
