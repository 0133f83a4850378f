import type { Archive } from '../../entry-queries.ts'

/** The same archive without what is older than an instant: no page or feed shows it or leads to it. */
export function limitArchive(archive: Archive, from: Date): Archive {
  const later = (instant: Date) => (instant < from ? from : instant)
  const ifKept = (position: Date | undefined) => (position === undefined || position < from ? undefined : position)
  return {
    ...archive,
    newest: async (limit) => (await archive.newest(limit)).filter(({ position }) => position >= from),
    between: async (start, end) => archive.between(later(start), end),
    titlesBetween: async (start, end, limit) => archive.titlesBetween(later(start), end, limit),
    newestOf: async (feeds, limit, before) =>
      (await archive.newestOf(feeds, limit, before)).filter(({ position }) => position >= from),
    newestShownOf: async (feeds, limit) =>
      (await archive.newestShownOf(feeds, limit)).filter(({ position }) => position >= from),
    lastBefore: async (instant) => ifKept(await archive.lastBefore(instant)),
    firstFrom: async (instant) => archive.firstFrom(later(instant)),
    lastOf: async (feeds, before) => ifKept(await archive.lastOf(feeds, before)),
  }
}
