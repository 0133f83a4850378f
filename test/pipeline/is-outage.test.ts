import { expect, test } from 'vitest'
import type { FeedReport } from '../../src/build-report.ts'
import type { ProblemCode } from '../../src/model.ts'
import { isOutage } from '../../src/pipeline/is-outage.ts'

/** Feeds of one kind: so many, each at a host of its own, or all below one domain. */
type Kind = { count: number; code?: ProblemCode; neverWorked?: boolean; domain?: string }

function report({ count, code, neverWorked = false, domain }: Kind, kind: number): FeedReport[] {
  return Array.from({ length: count }, (_, number) => {
    const url = `https://blog-${number}.${domain ?? `${kind}-${number}.example`}/feed`
    const problem = code === undefined ? undefined : { code, message: '' }
    return { url, result: code === undefined ? 'unchanged' : 'failed', problem, neverWorked } as FeedReport
  })
}

const cases: { name: string; feeds: Kind[]; is: boolean }[] = [
  { name: 'nobody was asked', feeds: [], is: false },
  { name: 'nobody could be reached', feeds: [{ count: 3, code: 'DNS' }], is: true },
  {
    name: 'nobody could be reached, at the first build',
    feeds: [{ count: 3, code: 'DNS', neverWorked: true }],
    is: true,
  },
  { name: 'one of three could', feeds: [{ count: 2, code: 'DNS' }, { count: 1 }], is: false },
  {
    name: 'one of twenty could, of the local network',
    feeds: [{ count: 19, code: 'CONNECT' }, { count: 1 }],
    is: true,
  },
  { name: 'one of ten could', feeds: [{ count: 9, code: 'CONNECT' }, { count: 1 }], is: false },
  { name: 'a server answers with an error', feeds: [{ count: 1, code: 'HTTP_STATUS' }], is: false },
  {
    name: 'a list brings five hundred that never worked, and two blogs answer',
    feeds: [{ count: 500, code: 'DNS', neverWorked: true }, { count: 2 }],
    is: false,
  },
  {
    name: 'the same, and the two that always worked do not',
    feeds: [
      { count: 500, code: 'DNS', neverWorked: true },
      { count: 2, code: 'DNS' },
    ],
    is: true,
  },
  {
    name: 'five hundred names of one owner worked once, and are gone; two blogs answer',
    feeds: [{ count: 500, code: 'DNS', domain: 'evil.org' }, { count: 2 }],
    is: false,
  },
]

test.each(cases)('H-25 an outage of our own: $name', async ({ feeds, is }) => {
  expect(await isOutage(feeds.flatMap(report))).toBe(is)
})
