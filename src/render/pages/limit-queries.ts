import type { EntryQueries } from '../../entry-queries.ts'

/** The same archive without entries older than an instant: no page or feed shows them or links to them. */
export function limitQueries(queries: EntryQueries, from: Date): EntryQueries {
  const later = (instant: Date) => (instant < from ? from : instant)
  const ifKept = (position: Date | undefined) => (position === undefined || position < from ? undefined : position)
  return {
    ...queries,
    newest: async (limit, most, caps) =>
      (await queries.newest(limit, most, caps)).filter(({ position }) => position >= from),
    between: async (start, end) => queries.between(later(start), end),
    titlesBetween: async (start, end, limit) => queries.titlesBetween(later(start), end, limit),
    numbered: async (first, end) => (await queries.numbered(first, end)).filter(({ position }) => position >= from),
    numberedHeads: async (first, end) =>
      (await queries.numberedHeads(first, end)).filter(({ position }) => position >= from),
    someNumbered: async (numbers) => (await queries.someNumbered(numbers)).filter(({ position }) => position >= from),
    hasNumbered: async (first, end) =>
      (await queries.numberedHeads(first, end)).some(({ position }) => position >= from),
    newestOf: async (feeds, limit, before) =>
      (await queries.newestOf(feeds, limit, before)).filter(({ position }) => position >= from),
    newestShownOf: async (feeds, limit, most) =>
      (await queries.newestShownOf(feeds, limit, most)).filter(({ position }) => position >= from),
    counts: async (instants) => queries.counts(instants.map(later)),
    newestOfTopic: async (topic, limit) =>
      (await queries.newestOfTopic(topic, limit)).filter(({ position }) => position >= from),
    newestShownOfTopic: async (topic, limit, most) =>
      (await queries.newestShownOfTopic(topic, limit, most)).filter(({ position }) => position >= from),
    lastOfTopic: async (topic, before) => ifKept(await queries.lastOfTopic(topic, before)),
    lastBefore: async (instant) => ifKept(await queries.lastBefore(instant)),
    firstFrom: async (instant) => queries.firstFrom(later(instant)),
    lastOf: async (feeds, before) => ifKept(await queries.lastOf(feeds, before)),
  }
}
