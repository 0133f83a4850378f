import { expect, test } from 'vitest'
import type { FeedReport } from '../../src/build-report.ts'
import { packReport } from '../../src/pipeline/pack-report.ts'

const plain = (): FeedReport => ({
  ...{ url: 'https://a.example/', name: 'A', result: 'unchanged', status: 304, added: 0, changed: 0, heldBack: 0 },
  ...{ problem: undefined, neverWorked: false, failingSince: undefined, milliseconds: 12 },
  ...{ warnings: [], titles: [], notices: [], nextDue: new Date(Date.UTC(2026, 4, 1)) },
})

test('a report that is kept says the same', () => {
  const told: FeedReport = {
    ...plain(),
    ...{ warnings: ['ILL_FORMED: x'], titles: ['One'], notices: [{ code: 'MOVED', message: 'has moved' }] },
    nextDue: undefined,
  }
  for (const report of [plain(), told]) expect(packReport(report)).toEqual(report)
})

test('what is empty or the same in most is there once', () => {
  const [one, other] = [packReport(plain()), packReport(plain())]
  expect(one.titles).toBe(other.titles)
  expect(one.warnings).toBe(other.notices)
  expect(one.nextDue).toBe(other.nextDue)
})
