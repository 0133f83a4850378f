import { expect, test } from 'vitest'
import { killBuilds } from './kill-builds.ts'

test('O-12 twenty builds killed at random: nothing lost, nothing twice, no file cut off (npm run torture kills 200)', async () => {
  const { findings, killed } = await killBuilds(20, 20260523)
  expect(findings).toEqual([])
  expect(killed).toBeGreaterThan(5)
})
