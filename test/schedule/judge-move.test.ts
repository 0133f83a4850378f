import { expect, test } from 'vitest'
import type { Hop, Move } from '../../src/model.ts'
import { judgeMove } from '../../src/schedule/judge-move.ts'

const [first, now] = [new Date('2026-01-01T00:00:00Z'), new Date('2026-03-01T12:00:00Z')]
const url = 'https://blog.example.co.uk/feed'
const hop = (status: number, from: string, to: string): Hop => ({ status, from, to })
const adopted = { to: 'https://www.example.co.uk/atom', since: first, isAdopted: true }

test.each<[string, Move | undefined, string, Hop[], Move | undefined]>([
  ['no redirect', undefined, url, [], undefined],
  ['301', undefined, url, [hop(301, url, `${url}2`)], { to: `${url}2`, since: now, isAdopted: true }],
  ['308', undefined, url, [hop(308, url, `${url}2`)], { to: `${url}2`, since: now, isAdopted: true }],
  ['302', undefined, url, [hop(302, url, `${url}2`)], undefined],
  ['307', undefined, url, [hop(307, url, `${url}2`)], undefined],
  ['301, then 302', undefined, url, [hop(301, url, `${url}2`), hop(302, `${url}2`, `${url}3`)], undefined],
  ['another host of the domain', undefined, url, [hop(301, url, adopted.to)], { ...adopted, since: now }],
  [
    'another domain, though of the same country',
    undefined,
    url,
    [hop(301, url, 'https://other.co.uk/feed')],
    { to: 'https://other.co.uk/feed', since: now, isAdopted: false },
  ],
  ['the same as before', adopted, url, [hop(301, url, adopted.to)], adopted],
  ['the new address answers', adopted, adopted.to, [], adopted],
  ['the new address leads elsewhere for a while', adopted, adopted.to, [hop(302, adopted.to, `${url}3`)], adopted],
  [
    'the new address has moved again',
    adopted,
    adopted.to,
    [hop(301, adopted.to, `${url}4`)],
    { to: `${url}4`, since: now, isAdopted: true },
  ],
  ['the new address leads back', adopted, adopted.to, [hop(301, adopted.to, url)], undefined],
  ['what led elsewhere answers itself', { ...adopted, isAdopted: false }, url, [], undefined],
  [
    'step by step to another domain',
    adopted,
    adopted.to,
    [hop(301, adopted.to, 'https://other.co.uk/feed')],
    { to: 'https://other.co.uk/feed', since: now, isAdopted: false },
  ],
])('H-19 %s', (_, known, asked, hops, move) => {
  expect(judgeMove(url, known, asked, hops, now)).toEqual(move)
})

test.each([
  ['a neighbour at a host of many blogs', 'https://alice.github.io/feed', 'https://mallory.github.io/feed', false],
  ['the same address, another port', 'http://127.0.0.1:8001/feed', 'http://127.0.0.1:8002/feed', true],
  ['another address', 'http://192.0.2.1/feed', 'http://192.0.2.2/feed', false],
  ['https', 'http://blog.example.org/feed', 'https://blog.example.org/feed', true],
  ['with www', 'https://example.org/feed', 'https://www.example.org/feed', true],
])('H-19 K-05 the same blog? %s', (_, from, to, isAdopted) => {
  expect(judgeMove(from, undefined, from, [hop(301, from, to)], now)).toEqual({ to, since: now, isAdopted })
})
