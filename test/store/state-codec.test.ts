import { expect, test } from 'vitest'
import type { FeedState } from '../../src/model.ts'
import { decodeState, encodeState, isSameButTimes, newState } from '../../src/store/state-codec.ts'

const at = (second: number) => new Date(Date.UTC(2026, 4, 1, 12, 0, second, second))
const problem = { code: 'TIMEOUT', message: '2026-05-01T12:00:00.000Z' } as const

/** Every part with values that show when something of it is lost. */
const whole: Required<FeedState> = {
  asked: { at: at(1), status: 304 },
  answer: {
    ...{ at: at(2), firstAt: at(3), freshUntil: at(4), bodyHash: 'ab12', sameBodies: 2 },
    validators: {
      etag: '"2026-05-01T12:00:00Z"',
      lastModified: 'Fri, 01 May 2026 12:00:00 GMT',
      url: 'https://a.example/',
    },
  },
  waiting: { since: at(5), until: at(6), says: 'server', isHost: true, problem },
  failure: { since: at(7), problem, count: 3, alerts: 1 },
  moved: { to: 'https://b.example/', since: at(8), isAdopted: true },
  gone: { since: at(9) },
  retried: { since: at(13) },
  quarantined: { since: at(10), message: 'since', waiting: 1, titles: ['2026-05-01T12:00:00.000Z'], alerts: 2 },
  about: {
    ...{ id: 'tag:a', title: '2026-05-01T12:00:00.000Z', subtitle: undefined, link: 'https://a.example/' },
    ...{ feedUrl: undefined, language: 'en', updated: at(11), authors: [], image: undefined, rights: undefined },
    ...{ license: undefined, generator: undefined },
    schedule: { interval: 3_600_000, skipHours: [1], skipDays: [] },
  },
  intake: { since: at(12), entries: 1, shown: 2, bytes: 3, isFull: true },
}
const parts = Object.keys(whole) as (keyof FeedState)[]
const goAndCome = (state: FeedState) => {
  const { rest, asked } = encodeState(state)
  return decodeState(rest, asked)
}

test('every part of a state is asked about', () => {
  expect(parts.sort()).toEqual(Object.keys(newState).sort())
})

test.each(parts)('a state comes back as it was: %s', (part) => {
  expect(goAndCome(whole)[part]).toEqual(whole[part])
  expect(goAndCome({ ...whole, [part]: undefined })[part]).toBeUndefined()
  expect(goAndCome({ ...newState, [part]: whole[part] })).toEqual({ ...newState, [part]: whole[part] })
})

test('an answer without news leaves the JSON as it is', () => {
  const { answer } = whole
  const later = {
    ...whole,
    asked: { at: at(40), status: 200 },
    answer: { ...answer, at: at(41), freshUntil: undefined },
  }
  expect(encodeState(later as FeedState).rest).toBe(encodeState(whole).rest)
  expect(isSameButTimes(whole, later as FeedState)).toBe(true)
  expect(isSameButTimes(goAndCome(whole), later as FeedState)).toBe(true)
})

test.each(parts.filter((part) => part !== 'asked'))('another is known from the JSON: %s', (part) => {
  expect(isSameButTimes(whole, { ...whole, [part]: undefined })).toBe(false)
  expect(isSameButTimes({ ...whole, [part]: undefined }, whole)).toBe(false)
})

const { answer } = whole
const answers: Record<string, Partial<NonNullable<FeedState['answer']>>> = {
  'another body': { bodyHash: 'cd34' },
  'another reader': { reader: 7 },
  'the same body once more': { sameBodies: 3 },
  'validators that are gone': { validators: undefined },
  'a validator less': {
    validators: { etag: '"2026-05-01T12:00:00Z"', lastModified: undefined, url: 'https://a.example/' },
  },
  'validators of another address': {
    validators: { ...(answer?.validators as object), url: 'https://b.example/' } as never,
  },
}

test.each(Object.entries(answers))('an answer that says more than when is known: %s', (_name, changed) => {
  const now = { ...whole, answer: { ...answer, ...changed } } as FeedState
  expect(isSameButTimes(whole, now)).toBe(false)
  expect(isSameButTimes(now, whole)).toBe(false)
})
