import { BlockList, isIP } from 'node:net'

const closed = new BlockList()
for (const [net, bits] of [
  ...([
    ['0.0.0.0', 8],
    ['10.0.0.0', 8],
    ['100.64.0.0', 10],
    ['127.0.0.0', 8],
    ['169.254.0.0', 16],
  ] as const),
  ...([
    ['172.16.0.0', 12],
    ['192.0.0.0', 24],
    ['192.0.2.0', 24],
    ['192.88.99.0', 24],
    ['192.168.0.0', 16],
  ] as const),
  ...([
    ['198.18.0.0', 15],
    ['198.51.100.0', 24],
    ['203.0.113.0', 24],
    ['224.0.0.0', 4],
    ['240.0.0.0', 4],
  ] as const),
]) {
  closed.addSubnet(net, bits)
}
/** Only 2000::/3 is in public use; within it stand ranges that lead elsewhere: Teredo, documentation, 6to4. */
const publicV6 = new BlockList()
publicV6.addSubnet('2000::', 3, 'ipv6')
const closedV6 = new BlockList()
for (const [net, bits] of [
  ...([
    ['2001::', 32],
    ['2001:2::', 48],
    ['2001:10::', 28],
    ['2001:20::', 28],
    ['2001:db8::', 32],
  ] as const),
  ...([
    ['2002::', 16],
    ['3fff::', 20],
  ] as const),
]) {
  closedV6.addSubnet(net, bits, 'ipv6')
}

/**
 * True for an address that is not of the public internet: private, loopback, link-local, shared (CGNAT), multicast,
 * reserved, and IPv6 forms that carry or translate to IPv4 (mapped, NAT64, 6to4). IANA special-purpose registries.
 *
 * @param address as the resolver or the URL parser gives it; the latter has undone decimal, octal and hexadecimal forms
 */
export function isPrivateAddress(address: string): boolean {
  const bare = address.replace(/^\[|\]$/g, '').replace(/%.*$/, '')
  const version = isIP(bare)
  if (version === 4) return closed.check(bare)
  return version === 6 && (!publicV6.check(bare, 'ipv6') || closedV6.check(bare, 'ipv6'))
}

/**
 * Which private "host:port" one feed may reach: its own, as the operator wrote it, and those of `fetch.allow_private`.
 * A redirect to any other is refused, also to one that another feed may reach.
 */
export function makeAllowList(feed: string, allowPrivate: string[]): (url: URL) => boolean {
  const own = new URL(feed)
  const isWritten = isPrivateAddress(own.hostname) || isLocalName(own.hostname)
  const allowed = new Set([...allowPrivate, ...(isWritten ? [hostPort(own)] : [])])
  return (url) => allowed.has(hostPort(url))
}

/** A name that never means another machine (RFC 6761, section 6.3). */
export function isLocalName(hostname: string): boolean {
  return /^(.+\.)?localhost\.?$/i.test(hostname)
}

function hostPort(url: URL): string {
  return `${url.hostname}:${url.port || (url.protocol === 'https:' ? '443' : '80')}`
}
