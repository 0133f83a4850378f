import { decodeWhole } from '../../entry-codec.ts'
import type { EncodedEntry, KnownEntry } from '../../model.ts'
import { findSingles } from './find-singles.ts'
import { type IdentifiedEntry, isMadeId } from './identify-entries.ts'
import { isNews, mostLater } from './is-news.ts'
import { makeWords } from './make-words.ts'

/** Letters of a text without a title that nobody repeats: somebody does write "Good morning" twice. */
const shortest = 40

/** A text of at least this many letters that comes again after it was withdrawn is meant to be the same post. */
const long = 200

/**
 * Entries whose dates were corrected, and with them the days in their addresses and ids: "/2026/01/14/a-walk" has become
 * "/2026/01/13/a-walk", since a clock was set or the author changed the date. Title and text are the same to the letter, or to the word where
 * the text is long, and so is the address, but for its day. An entry that has neither an id nor a page of its own is identified by its title
 * and date: then the text has to be longer than what is said in every entry.
 *
 * A single such entry is enough: a text repeated under the same title, such as a weekly programme, is dated as news. An entry later by more
 * than a wrong clock explains is the same only where its text is long.
 *
 * @param fresh entries of a version that no other rule has found to be known, each the only one with its text
 * @param lost entries that the version lacks, though it carries older ones
 * @param readAt when the feed was read last
 * @returns the known entry by the new id
 */
export function findRedated(
  fresh: readonly IdentifiedEntry[],
  lost: readonly KnownEntry[],
  readAt: Date | undefined,
): ReadonlyMap<string, KnownEntry> {
  const before = findSingles(lost, ({ sourceHash }) => sourceHash)
  const byWords = findSingles(lost, makeWords)
  const words = findSingles(fresh, ({ keys }) => makeWords(keys))
  const found = new Map<string, KnownEntry>()
  for (const [hash, one] of findSingles(fresh, ({ entry }) => entry.sourceHash)) {
    const key = makeWords(one.keys) ?? ''
    const known = before.get(hash) ?? (words.get(key) === one ? byWords.get(key) : undefined)
    if (known !== undefined && isAlikeButForDay(one, known) && isRedated(one, known, readAt)) found.set(one.id, known)
  }
  return found
}

function isRedated({ id, entry }: IdentifiedEntry, known: KnownEntry, readAt: Date | undefined): boolean {
  if (entry.published === undefined || known.published === undefined) return false
  if (isNews(entry.published, known.published, readAt)) return false
  if (+entry.published - +known.published >= mostLater) return countLetters(entry) >= long
  return (entry.title !== undefined && !isMadeId(id)) || countLetters(entry) >= shortest
}

function countLetters(entry: EncodedEntry): number {
  const { contentHtml, summaryHtml } = decodeWhole(entry)
  return (contentHtml ?? summaryHtml ?? '').length
}

/** Compares the addresses; where an entry has none of its own, the ids. */
function isAlikeButForDay({ id, keys: { linkPath } }: IdentifiedEntry, known: KnownEntry): boolean {
  if (linkPath !== undefined && known.linkPath !== undefined) return areAlike(linkPath, known.linkPath)
  return known.ids.some((one) => areAlike(id, one) || (isMadeId(id) && isMadeId(one)))
}

/** Equal but for the numbers of a date: "/builds/12" is not "/builds/13", nor is "/2026/05/12/a-walk" "/2026/05/12/a-walk-2". */
function areAlike(a: string, b: string): boolean {
  const [one, other] = [a, b].map((address) => address.split(/[/:,]/))
  const name = nameOf(one)
  if (!/\p{L}/u.test(name) || name !== nameOf(other) || one?.length !== other?.length) return false
  return one?.slice(0, -1).every((part, index) => part === other?.[index] || areDates(part, other?.[index])) ?? false
}

function nameOf(parts: readonly string[] | undefined): string {
  return (parts?.at(-1) ?? '').replace(/^\d{4}-\d\d-\d\d-/, '')
}

function areDates(...parts: (string | undefined)[]): boolean {
  return parts.every((part = '') => /^\d[\d-]*$/.test(part))
}
