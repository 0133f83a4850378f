import { getDomain } from 'tldts'
import { expect, test } from 'vitest'
import { findDomain, formerDomains, houses } from '../../src/text/find-domain.ts'
import { parseUrl } from '../../src/text/parse-url.ts'

const cases = [
  { url: 'https://blog.example.co.uk/x', domain: 'example.co.uk' },
  { url: 'http://alice.github.io', domain: 'alice.github.io' },
  { url: 'https://alice.wordpress.com/2026/', domain: 'alice.wordpress.com' },
  { url: 'https://www.alice.wordpress.com/', domain: 'alice.wordpress.com' },
  { url: 'https://alice.blog.fc2.com/', domain: 'alice.blog.fc2.com' },
  { url: 'https://www.tumblr.com/alice', domain: 'tumblr.com' },
  { url: 'https://medium.com/@alice', domain: 'medium.com/@alice' },
  { url: 'https://medium.com/feed/@alice', domain: 'medium.com/@alice' },
  { url: 'https://social.example/@alice.rss', domain: 'social.example/@alice' },
  { url: 'https://www.example.edu/~alice', domain: 'example.edu/~alice' },
  { url: 'http://example.edu:8080/%7Ealice/2026/?a#b', domain: 'example.edu/~alice' },
  { url: 'https://example.edu/dir/~alice/', domain: 'example.edu' },
  { url: 'https://example.edu/~', domain: 'example.edu' },
  { url: 'https://example.edu/?/~alice/', domain: 'example.edu' },
  { url: 'https://alice.notwordpress.com/', domain: 'notwordpress.com' },
  { url: 'https://a.example?q', domain: 'a.example' },
  { url: 'https://A.Example:8080/', domain: 'a.example' },
  { url: 'https://user@a.example/', domain: 'a.example' },
  { url: 'https://a.example\\b.example/', domain: 'a.example' },
  { url: 'https://bücher.example/', domain: 'xn--bcher-kva.example' },
  // Whether this is a host, is answered in two ways by the Nodes there are.
  { url: 'https://xn--a.example/', domain: parseUrl('https://xn--a.example/')?.hostname },
  { url: 'http://127.1/', domain: '127.0.0.1' },
  { url: 'http://localhost/', domain: 'localhost' },
  { url: 'tag:a.example,2026:1', domain: undefined },
  { url: '', domain: undefined },
]

test.each(cases)('findDomain: $url is of $domain', ({ url, domain }) => {
  expect(findDomain(url)).toBe(domain)
})

test('findDomain finds the host that a reader of addresses finds, however an address is written', () => {
  const parts = [
    'a',
    'b-',
    '-',
    '.',
    '..',
    '0x7',
    '127',
    'example',
    'xn--',
    'é',
    '%41',
    ':80',
    '@',
    '/',
    '?',
    '#',
    '\\',
    ' ',
    '_',
  ]
  let state = 1
  const next = (limit: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * limit)
  }
  for (let count = 0; count < 20_000; count += 1) {
    const url = `http${next(2) === 0 ? '' : 's'}://${Array.from({ length: 1 + next(7) }, () => parts[next(parts.length)]).join('')}`
    const host = parseUrl(url)?.hostname ?? ''
    const expected = host === '' ? undefined : findDomain(`ftp://${host}/`)
    // Asked so often, `URL.canParse` of Node 20 says no to what it said yes to.
    if (findDomain(url)?.replace(/\/.*/s, '') !== expected) expect.fail(`${url}: ${findDomain(url)}, not ${expected}`)
  }
})

test('K-11 what the domain of a blog in a house was before houses were known, is found anew after an upgrade', () => {
  const before = houses.map((house) => getDomain(`alice.${house}`, { allowPrivateDomains: true }))
  expect(before.filter((domain) => domain === null || !formerDomains.includes(domain))).toEqual([])
})
