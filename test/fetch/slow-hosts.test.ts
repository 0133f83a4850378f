import { expect, test } from 'vitest'
import { makeSlowHosts } from '../../src/fetch/make-slow-hosts.ts'

const at = (host: string) => `https://${host}/feed`
const many = (count: number) => Array.from({ length: count }, (_, number) => at(`${number}.evil.example`))
type Row = { name: string; lost: string[]; answered?: string; asked: string; isGivenUp: boolean }
const rows: Row[] = [
  { name: 'two feeds of a host', lost: [at('a.example'), at('a.example')], asked: at('a.example'), isGivenUp: false },
  { name: 'three feeds of a host', lost: Array(3).fill(at('a.example')), asked: at('a.example'), isGivenUp: true },
  {
    name: 'another scheme and port',
    lost: Array(3).fill(at('a.example')),
    asked: 'http://a.example:81/',
    isGivenUp: true,
  },
  { name: 'another host', lost: Array(3).fill(at('a.example')), asked: at('b.example'), isGivenUp: false },
  {
    name: 'three feeds, and one that answers',
    lost: Array(3).fill(at('a.example')),
    answered: at('a.example'),
    asked: at('a.example'),
    isGivenUp: false,
  },
  { name: 'three hosts of a domain', lost: many(3), asked: at('x.evil.example'), isGivenUp: false },
  { name: 'ten hosts of a domain', lost: many(10), asked: at('x.evil.example'), isGivenUp: true },
  {
    name: 'ten hosts of a domain, and another that answers',
    lost: many(10),
    answered: at('y.evil.example'),
    asked: at('x.evil.example'),
    isGivenUp: false,
  },
  {
    name: 'ten blogs in a house of blogs',
    lost: Array.from({ length: 10 }, (_, number) => at(`${number}.github.io`)),
    asked: at('x.github.io'),
    isGivenUp: false,
  },
  {
    name: 'a literal address, behind which others may live',
    lost: Array(20).fill('http://127.0.0.1:81/'),
    asked: 'http://127.0.0.1:81/',
    isGivenUp: false,
  },
  { name: 'a private name', lost: Array(20).fill('http://nas.lan/'), asked: 'http://nas.lan/', isGivenUp: false },
]

test.each(rows)('H-24 feeds that are lost: $name', async ({ lost, answered, asked, isGivenUp }) => {
  const slow = makeSlowHosts()
  for (const url of lost) await slow.note(url, true)
  if (answered !== undefined) await slow.note(answered, false)
  expect(slow.isGivenUp(asked)).toBe(isGivenUp)
})
