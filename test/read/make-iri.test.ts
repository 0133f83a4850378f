import { expect, test } from 'vitest'
import { makeIri } from '../../src/text/make-iri.ts'

const cases = [
  { name: 'an address as it should be', url: 'https://a.example/x?y=%20#z', iri: 'https://a.example/x?y=%20#z' },
  { name: 'brackets and bars in a query', url: 'https://a.example/?a[]=1|2', iri: 'https://a.example/?a%5B%5D=1%7C2' },
  { name: 'an IPv6 host keeps its brackets', url: 'http://[::1]:80/[x]', iri: 'http://[::1]:80/%5Bx%5D' },
  { name: 'blanks, quotes, braces', url: 'https://a.example/a "{b}"', iri: 'https://a.example/a%20%22%7Bb%7D%22' },
  { name: 'a percent sign that begins no byte', url: 'https://a.example/100%', iri: 'https://a.example/100%25' },
  { name: 'two fragments', url: 'https://a.example/#a#b', iri: 'https://a.example/#a%23b' },
  { name: 'a host that is none', url: 'https://a.e"x/', iri: 'https://a.e%22x/' },
  { name: 'letters of other scripts stay', url: 'https://a.example/日本', iri: 'https://a.example/日本' },
  { name: 'no host', url: 'mailto:a@b.example?subject=[x]', iri: 'mailto:a@b.example?subject=%5Bx%5D' },
]

test.each(cases)('makeIri: $name', ({ url, iri }) => {
  expect(makeIri(url)).toBe(iri)
})
