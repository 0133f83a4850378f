import { expect, test } from 'vitest'
import { makeIri } from '../../src/text/make-iri.ts'
import { resolvePlainUrl } from '../../src/text/resolve-plain-url.ts'
import { makeRandom } from '../torture/mutate.ts'

const page = 'https://a.example/b/c?d#e'

const plain = [
  { href: 'https://b.example/', base: undefined },
  { href: 'http://www.b-c.example/d/e_f.html?g=1&h=/i#j', base: page },
  { href: '/', base: page },
  { href: '/tables/1?a=b', base: page },
  { href: '/~ana/@b:c', base: 'http://a.example' },
]

test.each(plain)('plain: $href', ({ href, base }) => {
  expect(resolvePlainUrl(href, base)).toBe(new URL(href, base).href)
})

const odd = [
  ...[
    '',
    'b',
    '#b',
    '?b',
    '//b.example/',
    '/./b',
    '/../b',
    '/.b',
    '/%62',
    '/a b',
    '/a\tb',
    '/\\b',
    '/a;b',
    '/a|b',
    '/ü',
  ],
  ...[
    'https://b.example',
    'HTTPS://b.example/',
    'https://B.example/',
    'https://xn--tda.example/',
    'https://b.example:443/',
  ],
  ...[
    'https://1.2.3.4/',
    'https://b.0x7f/',
    'https://me@b.example/',
    'https://b..example/',
    'https://b.example./',
    'https:/b',
  ],
  ...['ftp://b.example/', 'javascript:b', ' https://b.example/', 'https://b.example/#c#d', "/?b='c'", '/?b=%', '/b\n'],
]

test.each(odd)('left to URL: %j', (href) => {
  expect(resolvePlainUrl(href, page)).toBeUndefined()
})

test('a base that is not plain is left to URL, one that is none makes no address of any', () => {
  for (const base of ['nothing', 'https://A.example/', 'mailto:a@b.example', 'https://1.2.3.4/']) {
    expect(resolvePlainUrl('/b', base)).toBeUndefined()
    expect(resolvePlainUrl('https://b.example/', base)).toBeUndefined()
  }
  expect(resolvePlainUrl('/b', undefined)).toBeUndefined()
})

const pieces = [
  ...[
    'https://',
    'http://',
    'b.example',
    'www.',
    'a-b',
    '--',
    '.',
    '..',
    '/',
    '/',
    '?',
    '&',
    '#',
    '%2e',
    '%',
    '=',
    ':',
    '@',
    '~',
    '+',
  ],
  ...[
    'a',
    'b1',
    '_',
    '-',
    '1',
    '0x7f',
    'xn--',
    ',',
    '!',
    '*',
    ';',
    "'",
    '(',
    '|',
    ' ',
    '\n',
    '\\',
    'é',
    'A',
    'feed:',
    'www.b.example',
  ],
]

test('whatever is plain is what URL makes of it, and an IRI', () => {
  const random = makeRandom(1)
  const pick = () => pieces[Math.floor(random() * pieces.length)] ?? ''
  const some = (most: number) => Array.from({ length: random() * most }, pick).join('')
  let count = 0
  for (let turn = 0; turn < 40_000; turn++) {
    const start = ['', '/', 'https://b.example/', 'https://b.example'][turn % 4] ?? ''
    const href = start + some(8)
    const base = [undefined, page, `https://${some(3)}.example/${some(4)}`][turn % 3]
    const found = resolvePlainUrl(href, base)
    if (found === undefined) continue
    count += 1
    if (found !== new URL(href, base).href || found !== makeIri(found)) expect({ href, base, found }).toBeUndefined()
  }
  expect(count).toBeGreaterThan(3000)
})
