import { expect, test } from 'vitest'
import { writeTime } from '../../src/text/write-time.ts'

test.each([
  ['2026-03-01T23:30:00Z', 'UTC', '2026-03-01 23:30 UTC'],
  ['2026-03-01T23:30:00Z', 'Europe/Berlin', '2026-03-02 00:30 Europe/Berlin'],
  ['2026-07-01T23:30:00Z', 'Europe/Berlin', '2026-07-02 01:30 Europe/Berlin'],
  ['2026-03-01T23:30:00Z', 'Asia/Kolkata', '2026-03-02 05:00 Asia/Kolkata'],
  ['2026-03-01T01:30:00Z', 'America/St_Johns', '2026-02-28 22:00 America/St_Johns'],
])('a time in the planet’s zone: %s, %s', (instant, timezone, text) => {
  expect(writeTime(new Date(instant), timezone)).toBe(text)
})
