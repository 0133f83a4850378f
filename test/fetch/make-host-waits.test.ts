import { expect, test } from 'vitest'
import { makeHostWaits } from '../../src/fetch/make-host-waits.ts'

const now = new Date('2026-03-01T12:00:00Z')
const until = new Date('2026-03-01T14:00:00Z')

test.each([
  ['another feed of the host', 'https://feeds.example.org/a', 'https://feeds.example.org/b', true],
  ['another port and scheme', 'https://feeds.example.org/a', 'http://feeds.example.org:8080/b', true],
  ['with a dot at the end', 'https://feeds.example.org/a', 'https://feeds.example.org./b', true],
  ['another host of the domain', 'https://feeds.example.org/a', 'https://www.example.org/b', false],
  ['a literal address', 'http://192.0.2.1/a', 'http://192.0.2.1/b', false],
  ['a literal IPv6 address', 'http://[2001:db8::1]/a', 'http://[2001:db8::1]/b', false],
  ['localhost', 'http://localhost:8001/a', 'http://localhost:8001/b', false],
  ['a name without a dot', 'http://intranet/a', 'http://intranet/b', false],
  ['a private zone', 'http://wiki.office.lan/a', 'http://wiki.office.lan/b', false],
])('H-16 429 speaks for the host when it is a public name: %s', (_, asked, other, isLeftAlone) => {
  const waits = makeHostWaits()
  waits.leaveAlone(asked, until)
  expect(waits.hostRetryAfter(other, now)).toEqual(isLeftAlone ? until : undefined)
})

test('H-16 of two times the later counts, and it ends', () => {
  const waits = makeHostWaits()
  const url = 'https://example.org/'
  waits.leaveAlone(url, until)
  waits.leaveAlone(url, new Date(+now + 1))
  expect(waits.hostRetryAfter(url, now)).toEqual(until)
  expect(waits.hostRetryAfter(url, until)).toBeUndefined()
})
