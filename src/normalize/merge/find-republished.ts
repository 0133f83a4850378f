import { decodeWhole } from '../../entry-codec.ts'
import type { EncodedEntry, EntryKeys, KnownEntry } from '../../model.ts'
import { findSingles } from './find-singles.ts'
import type { IdentifiedEntry } from './identify-entries.ts'
import { isNews } from './is-news.ts'
import { makeWords } from './make-words.ts'

/** Letters of a text that is too long to be a phrase which a blog repeats. */
const shortest = 200

/** A single entry may be one that a blog repeats every week. */
const fewest = 2

/**
 * Entries that a feed republished: under new ids, addresses and dates, but with the title and text of an entry that it no longer carries:
 * the same to the letter, or to the word, where another program wrote other markup. They are taken for the known entries only where they
 * are several, and at least half of what seems to be new.
 *
 * @param fresh entries of a version that no other rule has found to be known
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

/** This many short texts are not the same by chance, */
const fewestShort = 3

/** where they are this share of what seems to be new. */
const mostOf = 0.8

type Before = {
  lost: readonly KnownEntry[]
  /** The lost entries by the hash of their source. */
  before: ReadonlyMap<string, KnownEntry>
  readAt: Date | undefined
}

/**
 * Entries with short texts, where nearly all new entries repeat a lost one: to the letter, or to the word where another program wrote other
 * markup. A programme that is repeated every week has all its dates shifted by the same time; a feed that was published anew has not.
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
    return [{ id, entry, known, shift: hoursBetween(known.published, entry.published) }]
  })
  const shifts = new Set(pairs.flatMap(({ shift }) => shift ?? []))
  const isAnew = pairs.length >= fewestShort && pairs.length >= mostOf * fresh.length
  const isNoCalendar = shifts.size * 2 > pairs.length || isZone(shifts) || pairs.every(hasLostDate)
  const haveCome = pairs.every(({ entry, known }) => !isOut(entry, known, readAt)) && areSpread(pairs)
  return new Map(isAnew && isNoCalendar && !haveCome ? pairs.map(({ id, known }) => [id, known]) : [])
}

/** A programme keeps its dates; a new program may have none. */
function hasLostDate({ entry, known }: { entry: EncodedEntry; known: KnownEntry }): boolean {
  return entry.published === undefined && entry.updated === undefined && known.published !== undefined
}

/** A move writes its dates at once; alarms that come one after the other, in the words of earlier ones, are spread over more than this. */
const longestMove = 6 * 3_600_000

function areSpread(pairs: readonly { entry: EncodedEntry }[]): boolean {
  const times = pairs.map(({ entry }) => Number(entry.published))
  return Math.max(...times) - Math.min(...times) > longestMove
}

/**
 * Whether an entry was published before its feed was last read, so that it is no news. In a short text, only the markup may be new: "#cats"
 * stands under another picture each day.
 */
function isOut({ published }: EncodedEntry, known: KnownEntry, readAt: Date | undefined): boolean {
  return published !== undefined && known.published !== undefined && !isNews(published, known.published, readAt)
}

/**
 * Whether all dates are shifted by the same offset of a time zone, which was lost or added. Shifts by a day or half a day are a
 * programme's.
 */
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

/** Title and text, without the time in each key. */
function makeSaid({ titleDay = ' ', textDay }: Partial<EntryKeys>): string | undefined {
  return textDay === undefined ? undefined : titleDay.slice(titleDay.indexOf(' ')) + textDay.slice(textDay.indexOf(' '))
}
