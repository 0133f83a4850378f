import { expect, test } from 'vitest'
import { makeEntryKeys } from '../../src/normalize/merge/make-entry-keys.ts'

const links = [
  { name: 'a path', link: 'https://a.example/2020/hello', path: '/2020/hello' },
  { name: 'a slash at the end', link: 'https://a.example/2020/hello/', path: '/2020/hello' },
  { name: 'index.html', link: 'https://a.example/2020/hello/index.html', path: '/2020/hello' },
  { name: 'another host and scheme', link: 'http://localhost:1313/2020/hello', path: '/2020/hello' },
  { name: 'WordPress query', link: 'https://a.example/?p=17', path: '?p=17' },
  { name: 'campaign parameters', link: 'https://a.example/x?utm_source=rss&id=3', path: '/x?id=3' },
  { name: 'nothing but campaign parameters', link: 'https://a.example/x?utm_source=rss', path: '/x' },
  ...['utm_source', 'utm_medium', 'UTM_Campaign', 'fbclid', 'gclid', 'mc_cid', 'mc_eid'].map((name) => ({
    ...{ name: `${name} says who sent the reader`, link: `https://a.example/x?${name}=1&id=3`, path: '/x?id=3' },
  })),
  ...['utm', 'my_utm_source', 'mc_aid', 'fbclid2', 'id'].map((name) => ({
    ...{ name: `${name} may tell entries apart`, link: `https://a.example/x?${name}=1`, path: `/x?${name}=1` },
  })),
  ...[
    'mtm_campaign=x',
    'pk_kwd=x',
    'at_medium=RSS',
    '_hsenc=x',
    'msclkid=x',
    'PHPSESSID=x',
    'ref=rss',
    'source=rss-1---2',
    'sid=0123456789abcdef0123456789abcdef',
  ].map((query) => ({ name: `${query} is a visit`, link: `https://a.example/x?${query}&id=3`, path: '/x?id=3' })),
  ...['ref=page', 'source=blog', 'sid=3', 'from=2026', 'at=rss'].map((query) => ({
    ...{ name: `${query} may be an entry`, link: `https://a.example/x?${query}`, path: `/x?${query}` },
  })),
  { name: 'the number of a visit in the path', link: 'https://a.example/x;jsessionid=AB.1?id=3', path: '/x?id=3' },
  { name: 'an escaped query in order', link: 'https://a.example/x?a=1%202&b=%C3%A4', path: '/x?a=1%202&b=%C3%A4' },
  { name: 'and in another', link: 'https://a.example/x?b=%C3%A4&utm_source=x&a=1%202', path: '/x?a=1%202&b=%C3%A4' },
  { name: 'a query in another order', link: 'https://a.example/x?b=2&a=1&b=1', path: '/x?a=1&b=2&b=1' },
  { name: 'slashes that stand twice', link: 'https://a.example//2020//hello/', path: '/2020/hello' },
  { name: 'what is escaped, in small letters', link: 'https://a.example/caf%c3%a9', path: '/caf%C3%A9' },
  { name: 'a fragment tells entries on one page apart', link: 'https://a.example/news#may', path: '/news#may' },
  { name: 'the home page names no entry', link: 'https://a.example/', path: undefined },
  { name: 'how the page is made', link: 'https://a.example/2020/hello.html', path: '/2020/hello' },
  { name: 'the same with a query', link: 'https://a.example/hello.php?p=1', path: '/hello?p=1' },
  { name: 'a file of another kind', link: 'https://a.example/hello.pdf', path: '/hello.pdf' },
  { name: 'a page without a name', link: 'https://a.example/2020/.html', path: '/2020/.html' },
  { name: 'its index.html neither', link: 'https://a.example/index.html', path: undefined },
  {
    name: 'another scheme stays whole',
    link: 'xmpp:pubsub.a.example?;node=blog',
    path: 'xmpp:pubsub.a.example?;node=blog',
  },
  { name: 'no address', link: 'not a link', path: undefined },
  { name: 'no link', link: undefined, path: undefined },
]

test.each(links)('link path: $name', ({ link, path }) => {
  expect(makeEntryKeys({ link, title: undefined, published: undefined, updated: undefined }).linkPath).toBe(path)
})

test('the key between feeds has the host, without www', () => {
  const link = 'https://www.a.example/x/'
  expect(makeEntryKeys({ link, title: undefined, published: undefined, updated: undefined }).linkKey).toBe(
    'a.example/x',
  )
})

const may = new Date('2020-05-01T23:30:00Z')
const titles = [
  { name: 'title and day', title: 'Hello', published: may, updated: undefined, key: '2020-05-01 hello' },
  {
    name: 'white space and case',
    title: ' HELLO \n there',
    published: may,
    updated: undefined,
    key: '2020-05-01 hello there',
  },
  {
    name: 'updated stands in for published',
    title: 'Hello',
    published: undefined,
    updated: may,
    key: '2020-05-01 hello',
  },
  { name: 'no date', title: 'Hello', published: undefined, updated: undefined, key: undefined },
  { name: 'no title', title: undefined, published: may, updated: undefined, key: undefined },
]

test.each(titles)('title and day: $name', ({ key, ...entry }) => {
  expect(makeEntryKeys({ link: undefined, ...entry }).titleDay).toBe(key)
})

const published = new Date('2026-05-01T09:00:00Z')
const noise = (letters: number) =>
  Array.from({ length: letters }, (_, at) => ((at * at * 7919) % 36).toString(36)).join('')
const long = [
  { name: 'a link of 4,000 letters', link: `https://a.example/${noise(3900)}` },
  { name: 'a title of 4,000 letters', title: noise(4000) },
  { name: 'a title of Chinese letters', title: '漢字'.repeat(2000) },
  { name: 'a title whose letters stand for eighteen each', title: '\ufdfa'.repeat(4000) },
]

test.each(long)('a key takes no more bytes than a database indexes: $name', (entry) => {
  const keys = makeEntryKeys({ published, ...entry })
  for (const key of Object.values(keys)) expect(Buffer.byteLength(key ?? '')).toBeLessThan(1100)
  expect(makeEntryKeys({ published, ...entry })).toEqual(keys)
})

test('long keys that differ at their end stay apart', () => {
  const keysOf = (end: string) =>
    makeEntryKeys({ link: `https://a.example/${noise(3900)}${end}`, title: noise(3900) + end, published })
  const [one, other] = [keysOf('a'), keysOf('b')]
  for (const name of ['linkPath', 'linkKey', 'titleDay'] as const) expect(one[name]).not.toBe(other[name])
})
