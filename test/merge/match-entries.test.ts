import { expect, test } from 'vitest'
import type { KnownEntry } from '../../src/model.ts'
import { identifyEntries } from '../../src/normalize/merge/identify-entries.ts'
import { matchEntries } from '../../src/normalize/merge/match-entries.ts'
import { makeEntry } from '../make-entry.ts'
import { measureCpu } from '../measure-cpu.ts'

test('matchEntries: however many known entries have one link and title, time grows with their number and no faster', async () => {
  const published = new Date('2020-05-01T12:00:00Z')
  const link = 'https://a.example/x'
  const version = identifyEntries([makeEntry({ id: 'new', link, title: 'T', published })])
  const match = async (count: number) => {
    const known = Array.from({ length: count }, (_, key): KnownEntry => {
      const keys = { linkPath: '/x', titleDay: '2020-05-01 t' }
      const dates = { firstSeen: published, position: published, updatedShown: published, published }
      const rest = { key, bytes: 0, rank: key, publishedId: `${key}`, feed: 'f', link, sourceHash: '', entryHash: '' }
      return { ...keys, ...dates, ...rest, ids: [`${key}`], offFront: undefined, offSite: undefined }
    })
    const { result, cpuMs } = await measureCpu(() => matchEntries(version, known, () => false, published))
    expect(result.map((found) => found.known)).toEqual([undefined])
    return cpuMs
  }
  await match(1_000)
  const small = await match(10_000)
  // Eight times as many: what grows with their square takes sixty-four times as long.
  expect(await match(80_000)).toBeLessThan(24 * Math.max(small, 20))
})
