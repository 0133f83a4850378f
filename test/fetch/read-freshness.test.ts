import { expect, test } from 'vitest'
import { readFreshness } from '../../src/fetch/read-freshness.ts'

const now = new Date('2026-03-01T12:00:00Z')
const inTwoHours = 'Sun, 01 Mar 2026 14:00:00 GMT'
const nothing = { cacheControl: undefined, age: undefined, expires: undefined, date: undefined }

test.each<[string, Partial<typeof nothing | Record<string, string>>, number | undefined]>([
  ['nothing', {}, undefined],
  ['max-age', { cacheControl: 'max-age=3600' }, 3600],
  ['among others, in capitals', { cacheControl: 'public, Max-Age=3600 , must-revalidate' }, 3600],
  ['quoted', { cacheControl: 'max-age="60"' }, 60],
  ['less its age', { cacheControl: 'max-age=3600', age: '600' }, 3000],
  ['older than that', { cacheControl: 'max-age=3600', age: '4000' }, undefined],
  ['max-age before Expires', { cacheControl: 'max-age=60', expires: inTwoHours }, 60],
  ['max-age=0', { cacheControl: 'max-age=0', expires: inTwoHours }, undefined],
  ['no-cache', { cacheControl: 'no-cache, max-age=3600' }, undefined],
  ['no-store', { cacheControl: 'no-store, max-age=3600' }, undefined],
  ['s-maxage speaks to others', { cacheControl: 's-maxage=9999' }, undefined],
  ['two of them: the first', { cacheControl: 'max-age=60, max-age=120' }, 60],
  ['negative', { cacheControl: 'max-age=-5' }, undefined],
  ['no number', { cacheControl: 'max-age=long' }, undefined],
  ['a number beyond all numbers', { cacheControl: `max-age=${'9'.repeat(40)}` }, undefined],
  ['Expires, from now', { expires: inTwoHours }, 7200],
  ['Expires, from the server’s own time', { expires: inTwoHours, date: 'Sun, 01 Mar 2026 13:00:00 GMT' }, 3600],
  ['Expires: 0', { expires: '0' }, undefined],
  ['Expires: -1', { expires: '-1' }, undefined],
  ['Expires in the past', { expires: 'Thu, 01 Jan 1970 00:00:00 GMT' }, undefined],
])('H-12 an answer is fresh for: %s', (_, headers, seconds) => {
  const milliseconds = readFreshness({ ...nothing, ...headers }, now)
  expect(milliseconds).toBe(seconds === undefined ? undefined : seconds * 1000)
})
