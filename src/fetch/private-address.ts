import { BlockList, isIP } from 'node:net'
import { parseUrl } from '../text/parse-url.ts'

/** What is not of the public internet: the special-purpose registry of IANA (RFC 6890), multicast, 6to4 relays. */
const closedV4 = [
  '0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24',
  '192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4',
]
/** Only 2000::/3 is in public use; within it stand ranges that lead elsewhere: Teredo, documentation, 6to4. */
const closedV6 = ['2001::/32 2001:2::/48 2001:10::/28 2001:20::/28 2001:db8::/32 2002::/16 3fff::/20']
/** NAT64: a network without IPv4 reaches all IPv4 addresses under this prefix (RFC 6052). The address after the prefix decides. */
const nat64 = '64:ff9b::'

const closed = new BlockList()
const open = new BlockList()
for (const [net, bits] of readNets(closedV4)) {
  closed.addSubnet(net, bits)
  closed.addSubnet(nat64 + net, 96 + bits, 'ipv6')
}
for (const [net, bits] of readNets(closedV6)) closed.addSubnet(net, bits, 'ipv6')
open.addSubnet('2000::', 3, 'ipv6')
open.addSubnet(nat64, 96, 'ipv6')

function readNets(lines: string[]): [net: string, bits: number][] {
  const nets = lines.flatMap((line) => line.split(' ')).map((text) => text.split('/'))
  return nets.map(([net = '', bits]) => [net, Number(bits)])
}

/**
 * True for an address that is not of the public internet: private, loopback, link-local, shared (CGNAT), multicast,
 * reserved, IPv6 forms that carry IPv4 (mapped, 6to4), NAT64 of a private address. IANA special-purpose registries.
 *
 * @param address as the resolver or the URL parser gives it; the latter has undone decimal, octal and hexadecimal forms
 */
export function isPrivateAddress(address: string): boolean {
  const bare = address.replace(/^\[|\]$/g, '').replace(/%.*$/, '')
  const version = isIP(bare)
  if (version === 4) return closed.check(bare)
  return version === 6 && (!open.check(bare, 'ipv6') || closed.check(bare, 'ipv6'))
}

/**
 * Which private "host:port" one feed may reach: its own alone, where the operator wrote a private address, or listed its
 * name under `fetch.allow_private`. A redirect to any other is refused, also to one that another feed may reach: what a
 * blog's server says must never make this machine ask its neighbours.
 */
export function makeAllowList(feed: string, allowPrivate: string[]): (url: URL) => boolean {
  const own = parseUrl(feed)
  if (own === undefined) return () => false
  const isWritten = isPrivateAddress(own.hostname) || isLocalName(own.hostname)
  if (!isWritten && !allowPrivate.includes(hostPort(own))) return () => false
  return (url) => hostPort(url) === hostPort(own)
}

/** A name that never means another machine (RFC 6761, section 6.3). */
export function isLocalName(hostname: string): boolean {
  return /^(.+\.)?localhost\.?$/i.test(hostname)
}

function hostPort(url: URL): string {
  return `${url.hostname}:${url.port || (url.protocol === 'https:' ? '443' : '80')}`
}
