import { makeEncoded } from '../src/entry-codec.ts'
import type { EntryChange, ParsedEntry } from '../src/model.ts'
import { hashEntry } from '../src/normalize/merge/hash-entry.ts'
import { makeEntryKeys } from '../src/normalize/merge/make-entry-keys.ts'
import { openStore } from '../src/store/open-store.ts'
import { newState } from '../src/store/state-codec.ts'
import type { StatePlace } from '../src/store/store.ts'

const sixYears = 6 * 365 * 86_400_000
const text = '<p>The tide comes in twice a day, and the tables say when. Nobody reads them.</p>'.repeat(8)

/** Entries of one feed that are stored at once. */
const piece = 200

/**
 * Put entries of the years before 2026 into a state, spread over the feeds, the oldest first, in the order in which they would have come.
 * Feed by feed, each feed would write to all pages of the indexes by time, and each of a million entries would take five times as long as
 * each of a hundred thousand.
 */
export async function fillState(place: StatePlace, feeds: string[], count: number): Promise<void> {
  const store = await openStore(place)
  await store.subscribe(feeds.map((url) => ({ url })))
  const perFeed = Math.ceil(count / feeds.length)
  const seenAt = new Date(Date.UTC(2026, 0, 1))
  for (let end = perFeed; end > 0; end -= piece) {
    const indexes = Array.from({ length: Math.min(piece, end) }, (_, more) => end - 1 - more)
    for (const [number, feed] of feeds.entries()) {
      const changes = indexes.map((index) => {
        const position = new Date(Date.UTC(2025, 11, 31) - (sixYears * (index + number / feeds.length)) / perFeed)
        return makeAdded(feed, `https://blog${number}.example/old-${index}`, position)
      })
      await store.apply(feed, changes, newState, seenAt, { touchAll: false, sanitiser: 1_000_000 })
    }
  }
  await store.finishBuild(seenAt)
  await store.close()
}

/** A new entry, written at that time. */
export function makeAdded(feed: string, link: string, position: Date, contentHtml = text) {
  const entry: ParsedEntry = {
    id: link,
    link,
    title: `Old ${link}`,
    titleHtml: `Old ${link}`,
    contentHtml,
    published: position,
    summaryHtml: undefined,
    updated: undefined,
    authors: [],
    contributors: [],
    links: [],
    source: undefined,
    categories: [],
    language: undefined,
    enclosures: [],
    image: undefined,
    commentsUrl: undefined,
    rights: undefined,
    sourceHash: link,
  }
  const keys = makeEntryKeys(entry)
  const record = {
    feed,
    ids: [link],
    publishedId: link,
    firstSeen: position,
    position,
    rank: 1,
    updatedShown: position,
    offFront: undefined,
    offSite: undefined,
  }
  return {
    kind: 'added',
    entry: makeEncoded(entry),
    keys,
    entryHash: hashEntry(entry, keys),
    record,
  } satisfies EntryChange
}
