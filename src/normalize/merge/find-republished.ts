import { decodeWhole } from '../../entry-codec.ts'
import type { EncodedEntry, EntryKeys, KnownEntry } from '../../model.ts'
import { findSingles } from './find-singles.ts'
import type { IdentifiedEntry } from './identify-entries.ts'
import { isNews } from './is-news.ts'

/** Letters of a text that is no phrase which a blog repeats. */
const shortest = 200

/** One entry alone may be what a blog says every week. */
const fewest = 2

/**
 * Entries that a feed republished: under other ids, addresses and dates, but with the title and text of one that it no longer carries, to
 * the letter; or to the word, where another program wrote other markup around them. They are taken for those where several are, and they
 * are at least half of what seems to be new.
 *
 * @param fresh entries of a version that nothing else shows to be known
 * @param lost entries that the version lacks
 * @param readAt when the feed was read last
 * @returns the known entry by the new id
 */
export function findRepublished(
  fresh: readonly IdentifiedEntry[],
  lost: readonly KnownEntry[],
  readAt: Date | undefined,
): ReadonlyMap<string, KnownEntry> {
  const found = new Map<string, KnownEntry>()
  const before = findSingles(lost, ({ sourceHash }) => sourceHash)
  const same = fresh.filter(({ entry }) => before.has(entry.sourceHash) && isLong(entry))
  for (const [hash, { id }] of findSingles(same, ({ entry }) => entry.sourceHash)) {
    const known = before.get(hash)
    if (known !== undefined) found.set(id, known)
  }
  for (const [id, known] of findShort(fresh, { lost, before, readAt })) found.set(id, known)
  const taken = new Set(found.values())
  const words = findSingles(lost, (entry) => (taken.has(entry) ? undefined : makeWords(entry)))
  for (const [key, { id }] of findSingles(fresh, ({ keys }) => makeWords(keys))) {
    const known = words.get(key)
    if (known !== undefined && !found.has(id)) found.set(id, known)
  }
  return found.size >= fewest && found.size * 2 >= fresh.length ? found : new Map()
}

/** So many short texts are not the same by chance, */
const fewestShort = 3

/** where they are so large a part of what seems to be new. */
const mostOf = 0.8

type Before = {
  lost: readonly KnownEntry[]
  /** Those by what they say, to the letter. */
  before: ReadonlyMap<string, KnownEntry>
  readAt: Date | undefined
}

/**
 * Short texts, where nearly all that is new says to the letter what something said that is gone, or to the word where another program wrote
 * other markup. A programme that is the same every week has other days by the same time: a feed that was published anew has not.
 */
function findShort(
  fresh: readonly IdentifiedEntry[],
  { lost, before, readAt }: Before,
): ReadonlyMap<string, KnownEntry> {
  const said = findSingles(lost, makeSaid)
  const now = findSingles(fresh, ({ keys }) => makeSaid(keys))
  const same = findSingles(fresh, ({ entry }) => entry.sourceHash)
  const taken = new Set<KnownEntry>()
  const pairs = fresh.flatMap((found) => {
    const { id, entry, keys } = found
    const byLetter = same.get(entry.sourceHash) === found ? before.get(entry.sourceHash) : undefined
    const key = makeSaid(keys) ?? ''
    const byWord = now.get(key) === found ? said.get(key) : undefined
    const known = byLetter ?? (byWord !== undefined && isOut(entry, byWord, readAt) ? byWord : undefined)
    if (known === undefined || taken.has(known)) return []
    taken.add(known)
    return [{ id, known, shift: hoursBetween(known.published, entry.published) }]
  })
  const shifts = new Set(pairs.flatMap(({ shift }) => shift ?? []))
  const isAnew = pairs.length >= fewestShort && pairs.length >= mostOf * fresh.length
  const isNoCalendar = shifts.size * 2 > pairs.length || isZone(shifts)
  return new Map(isAnew && isNoCalendar ? pairs.map(({ id, known }) => [id, known]) : [])
}

/** Markup may be all that is new of a short text: "#cats" stands under another picture each day. What was out before is no news. */
function isOut({ published }: EncodedEntry, known: KnownEntry, readAt: Date | undefined): boolean {
  return published !== undefined && known.published !== undefined && !isNews(published, known.published, readAt)
}

/** All are as many hours away as a zone of time may be: it was lost, or found. A day and a half day are those of a programme. */
function isZone(shifts: ReadonlySet<number>): boolean {
  const [shift = 0] = shifts
  return shifts.size === 1 && shift !== 0 && Math.abs(shift) <= 14 && shift % 12 !== 0
}

function hoursBetween(then: Date | undefined, now: Date | undefined): number | undefined {
  return then === undefined || now === undefined ? undefined : Math.round((+now - +then) / 3_600_000)
}

function isLong(entry: EncodedEntry): boolean {
  const { contentHtml, summaryHtml } = decodeWhole(entry)
  return (contentHtml ?? summaryHtml ?? '').length >= shortest
}

/** Title and text without what each key has of time. */
function makeSaid({ titleDay = ' ', textDay }: Partial<EntryKeys>): string | undefined {
  return textDay === undefined ? undefined : titleDay.slice(titleDay.indexOf(' ')) + textDay.slice(textDay.indexOf(' '))
}

/** Title and text without the day that each key has: a text of 200 letters, since the key of a shorter one has an instant. */
function makeWords({ titleDay, textDay }: Partial<EntryKeys>): string | undefined {
  if (titleDay === undefined || textDay === undefined || !/^\S{10} /.test(textDay)) return undefined
  return `${titleDay.slice(titleDay.indexOf(' '))} ${textDay.slice(textDay.indexOf(' '))}`
}
