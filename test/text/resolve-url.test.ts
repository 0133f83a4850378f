import { expect, test } from 'vitest'
import { resolveUrl } from '../../src/text/resolve-url.ts'

const longHost = (length: number) => `https://${'a'.repeat(length)}.example/`
/** Of four signs each, a point among them, and the last of five. */
const manyParts = (count: number) => `https://${'abc.'.repeat(count)}other/`

const cases: { name: string; written: string; href: string | undefined }[] = [
  { name: 'an address', written: 'https://a.example/b?c=d#e', href: 'https://a.example/b?c=d#e' },
  { name: 'a relative one', written: '../c', href: 'https://a.example/c' },
  {
    name: 'a name that stands for another host',
    written: 'http://bank.example@evil.example/',
    href: 'http://evil.example/',
  },
  { name: 'a name and a password', written: 'https://me:secret@a.example/', href: 'https://a.example/' },
  { name: 'signs that a path must not hold', written: '/a|b[c]^`', href: 'https://a.example/a%7Cb%5Bc%5D%5E%60' },
  { name: 'signs that a query must not hold', written: '/?a[]={b}\\', href: 'https://a.example/?a%5B%5D=%7Bb%7D%5C' },
  { name: 'an ampersand escaped twice', written: '/?a=1&amp;b=2&#038;c=3', href: 'https://a.example/?a=1&b=2&c=3' },
  { name: 'an ampersand escaped four times', written: '/?a&amp;amp;#038;b', href: 'https://a.example/?a&b' },
  { name: 'a host that lost its scheme', written: 'www.b.example/c', href: 'https://www.b.example/c' },
  { name: 'a scheme written twice', written: 'https://http://b.example/c', href: 'http://b.example/c' },
  { name: 'a scheme twice, a browser was asked', written: 'http://https//b.example/c', href: 'https://b.example/c' },
  { name: 'a scheme without its colon', written: 'https//b.example/c', href: 'https://b.example/c' },
  { name: 'one that was broken into lines', written: 'https://a.example/b\n    /c', href: 'https://a.example/b/c' },
  { name: 'a fragment in a fragment', written: '#a#b', href: 'https://a.example/b/#a%23b' },
  { name: 'a percent sign alone', written: '/100%', href: 'https://a.example/100%25' },
  { name: 'a host of IPv6', written: 'http://[2001:db8::1]/', href: 'http://[2001:db8::1]/' },
  { name: 'a feed', written: 'feed:https://a.example/f', href: 'https://a.example/f' },
  { name: 'what runs', written: 'java\tscript:alert(1)', href: undefined },
  { name: 'what runs, behind a feed', written: 'feed:javascript:alert(1)', href: undefined },
  { name: 'no address', written: 'http://[', href: undefined },
  { name: 'an empty part of a host', written: 'https://a..example/', href: undefined },
  { name: 'an empty part of a host, first', written: 'https://.example/', href: undefined },
  { name: 'a point behind a host', written: 'https://a.example./', href: 'https://a.example./' },
  { name: 'a part of a host that is as long as may be', written: longHost(63), href: longHost(63) },
  { name: 'a part of a host that is too long', written: longHost(64), href: undefined },
  { name: 'a part that is too long, written otherwise', written: longHost(64).toUpperCase(), href: undefined },
  { name: 'a host that is as long as may be', written: manyParts(62), href: manyParts(62) },
  { name: 'a host that is too long', written: manyParts(63), href: undefined },
  { name: 'a host that is too long, written otherwise', written: manyParts(63).toUpperCase(), href: undefined },
]

test.each(cases)('resolveUrl: $name', ({ written, href }) => {
  expect(resolveUrl(written, 'https://a.example/b/')).toBe(href)
  if (href !== undefined) expect(resolveUrl(href, 'https://a.example/b/')).toBe(href)
})
