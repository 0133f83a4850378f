import { expect, test } from 'vitest'
import { isLocalName, isPrivateAddress, makeAllowList } from '../../src/fetch/private-address.ts'

const ranges: [name: string, inside: string[], outside: string[]][] = [
  ['this network', ['0.0.0.0', '0.255.255.255'], ['1.0.0.0']],
  ['private, 10/8', ['10.0.0.0', '10.255.255.255'], ['9.255.255.255', '11.0.0.0']],
  ['shared (CGNAT)', ['100.64.0.0', '100.127.255.255'], ['100.63.255.255', '100.128.0.0']],
  ['loopback', ['127.0.0.1', '127.255.255.255'], ['126.255.255.255', '128.0.0.0']],
  ['link-local', ['169.254.0.0', '169.254.169.254', '169.254.255.255'], ['169.253.255.255', '169.255.0.0']],
  ['private, 172.16/12', ['172.16.0.0', '172.31.255.255'], ['172.15.255.255', '172.32.0.0']],
  ['IETF protocols', ['192.0.0.0', '192.0.0.255'], ['191.255.255.255', '192.0.1.0']],
  ['documentation 1', ['192.0.2.0', '192.0.2.255'], ['192.0.3.0']],
  ['6to4 relays', ['192.88.99.0', '192.88.99.255'], ['192.88.98.255', '192.88.100.0']],
  ['private, 192.168/16', ['192.168.0.0', '192.168.255.255'], ['192.167.255.255', '192.169.0.0']],
  ['benchmarks', ['198.18.0.0', '198.19.255.255'], ['198.17.255.255', '198.20.0.0']],
  ['documentation 2', ['198.51.100.0', '198.51.100.255'], ['198.51.99.255', '198.51.101.0']],
  ['documentation 3', ['203.0.113.0', '203.0.113.255'], ['203.0.112.255', '203.0.114.0']],
  ['multicast', ['224.0.0.0', '239.255.255.255'], ['223.255.255.255']],
  ['reserved and broadcast', ['240.0.0.0', '255.255.255.255'], []],
  ['unspecified and loopback, IPv6', ['::', '::1', '0:0:0:0:0:0:0:1', '[::1]'], []],
  ['IPv4 in IPv6', ['::ffff:127.0.0.1', '::ffff:7f00:1', '::ffff:8.8.8.8', '::127.0.0.1', '::ffff:0:127.0.0.1'], []],
  ['NAT64 of a private address', ['64:ff9b::127.0.0.1', '64:ff9b::a00:1', '64:ff9b::a9fe:a9fe', '64:ff9b::'], []],
  ['NAT64 of a public address', [], ['64:ff9b::8.8.8.8', '64:ff9b::808:808']],
  ['NAT64 of a local prefix', ['64:ff9b:1::1', '64:ff9b:1:ffff::8.8.8.8', '64:ff9b::1:808:808'], []],
  ['discard', ['100::', '100::ffff'], []],
  ['Teredo', ['2001::1', '2001:0:ffff::'], ['2001:4860::1']],
  ['benchmarks, IPv6', ['2001:2::', '2001:2:0:ffff::'], []],
  ['ORCHID', ['2001:10::', '2001:1f::', '2001:20::', '2001:2f::'], []],
  ['documentation, IPv6', ['2001:db8::', '2001:db8:ffff::1', '3fff::1', '3fff:fff::'], ['2001:db7::', '2001:db9::']],
  ['6to4', ['2002::', '2002:7f00:1::', '2002:808:808::1'], ['2003::1']],
  ['unique local', ['fc00::', 'fd00::1', 'fdff:ffff::'], []],
  ['link-local, IPv6', ['fe80::1', 'fe80::1%eth0', 'febf::'], []],
  ['site-local, of old', ['fec0::1'], []],
  ['multicast, IPv6', ['ff02::1', 'ff0e::1'], []],
  ['not given out', ['4000::', '5f00::1', '8000::', '1fff::'], ['2000::', '2600::1', '2a00:1450::1']],
  ['names are no addresses', [], ['localhost', 'blog.example', '', '127.0.0.1.example']],
]
const rows = ranges.flatMap(([name, inside, outside]) => [
  ...inside.map((address) => ({ name, address, isPrivate: true })),
  ...outside.map((address) => ({ name: `beside: ${name}`, address, isPrivate: false })),
])

test.each(rows)('H-27 $name: $address', ({ address, isPrivate }) => {
  expect(isPrivateAddress(address)).toBe(isPrivate)
})

test.each([
  '127.1',
  '127.0.1',
  '2130706433',
  '0x7f.1',
  '0x7f000001',
  '0X7F.0.0.0x1',
  '0177.0.0.1',
  '017700000001',
  '127.0.0.1.',
  '%31%32%37.0.0.1',
  '１２７．０．０．１',
  '127。0。0。1',
  '①②⑦.0.0.1',
  '0',
  '0x0',
  '10.1',
  '192.168.257',
  '3232235777',
  '[::ffff:127.0.0.1]',
  '[::FFFF:7F00:0001]',
  '[0000:0000:0000:0000:0000:0000:0000:0001]',
])('H-27 every spelling of an address that a URL allows: %s', (host) => {
  expect(isPrivateAddress(new URL(`http://${host}/`).hostname)).toBe(true)
})

test.each([
  ['localhost', true],
  ['LocalHost', true],
  ['localhost.', true],
  ['a.b.localhost', true],
  ['a.localhost.', true],
  ['localhost.example', false],
  ['mylocalhost', false],
  ['blog.example', false],
])('a name of this machine: %s', (name, expected) => {
  expect(isLocalName(name)).toBe(expected)
})

const own = 'http://127.0.0.1:8080/feed'
test.each([
  ['its own host and port', own, [], 'http://127.0.0.1:8080/other', true],
  ['its own, spelt otherwise', own, [], 'http://0x7f.1:8080/', true],
  ['its own port by another scheme', own, [], 'https://127.0.0.1:8080/', true],
  ['another port', own, [], 'http://127.0.0.1:8081/', false],
  ['no port', own, [], 'http://127.0.0.1/', false],
  ['another private host', own, [], 'http://127.0.0.2:8080/', false],
  ['a name of the same', own, [], 'http://localhost:8080/', false],
  ['localhost, written', 'http://localhost:4000/', [], 'http://localhost:4000/feed', true],
  ['IPv6, written', 'http://[::1]:4000/', [], 'http://[::1]:4000/', true],
  ['IPv6, another', 'http://[::1]:4000/', [], 'http://[::2]:4000/', false],
  ['the port of http', 'http://10.0.0.1/', [], 'http://10.0.0.1:80/', true],
  ['the port of https', 'https://10.0.0.1/', [], 'https://10.0.0.1:443/', true],
  ['https where http was written', 'http://10.0.0.1/', [], 'https://10.0.0.1/', false],
  ['a public feed has none of its own', 'https://blog.example/', [], 'https://blog.example/', false],
  ['allow_private', 'http://i.example/feed', ['i.example:80'], 'http://i.example/', true],
  ['allow_private, another port', 'http://i.example/', ['i.example:80'], 'https://i.example/', false],
  ['allow_private, a port that is not listed', 'http://i.example:81/', ['i.example:80'], 'http://i.example:81/', false],
  ['allow_private, IPv6', 'http://[FD00::1]:8080/', ['[fd00::1]:8080'], 'http://[fd00:0::1]:8080/', true],
  ['allow_private, a longer name', 'http://b.a.example/', ['a.example:80'], 'http://b.a.example/', false],
  ['allow_private, another blog', 'https://blog.example/', ['i.example:80'], 'http://i.example/', false],
  [
    'allow_private, another private host',
    'http://i.example/',
    ['i.example:80', 'j.example:80'],
    'http://j.example/',
    false,
  ],
  ['a feed whose address is none', 'nonsense', [], 'http://127.0.0.1/', false],
])('H-27 makeAllowList: %s', (_, feed, allowPrivate, url, expected) => {
  expect(makeAllowList(feed, allowPrivate)(new URL(url))).toBe(expected)
})
