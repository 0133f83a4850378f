import { decodeWhole } from '../../entry-codec.ts'
import type { EncodedEntry, KnownEntry } from '../../model.ts'
import { findSingles } from './find-singles.ts'
import type { IdentifiedEntry } from './identify-entries.ts'
import { isNews, mostLater } from './is-news.ts'

/** Letters of a text that nobody says twice without a title: "Good morning" somebody does. */
const shortest = 40

/** Letters of a text that nobody who took it back says once more, unless it is to be that post. */
const long = 200

/**
 * Entries whose dates were put right, and with them the days in their addresses and ids: "/2026/01/14/a-walk" has become
 * "/2026/01/13/a-walk", since a clock was set, or their author dated them otherwise. Title and text are to the letter what they were, and
 * so is the address, but for its day.
 *
 * One alone is enough: what is said once more under the same title, as a programme is each week, is news, and dated so. One that is later
 * by more than a clock may be wrong is the same where the text is long.
 *
 * @param fresh entries of a version that nothing else shows to be known, and no other of which says the same
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
  const found = new Map<string, KnownEntry>()
  for (const [hash, one] of findSingles(fresh, ({ entry }) => entry.sourceHash)) {
    const known = before.get(hash)
    if (known !== undefined && isAlikeButForDay(one, known) && isRedated(one, known, readAt)) found.set(one.id, known)
  }
  return found
}

function isRedated({ entry }: IdentifiedEntry, known: KnownEntry, readAt: Date | undefined): boolean {
  if (entry.published === undefined || known.published === undefined) return false
  if (isNews(entry.published, known.published, readAt)) return false
  if (+entry.published - +known.published >= mostLater) return countLetters(entry) >= long
  return entry.title !== undefined || countLetters(entry) >= shortest
}

function countLetters(entry: EncodedEntry): number {
  const { contentHtml, summaryHtml } = decodeWhole(entry)
  return (contentHtml ?? summaryHtml ?? '').length
}

/** Of those that have no address of their own, one of their ids. */
function isAlikeButForDay({ id, keys: { linkPath } }: IdentifiedEntry, known: KnownEntry): boolean {
  if (linkPath !== undefined && known.linkPath !== undefined) return areAlike(linkPath, known.linkPath)
  return known.ids.some((one) => areAlike(id, one))
}

/** The numbers of a date may be others; "/builds/12" is another than "/builds/13", and "/2026/05/12/a-walk" than "/2026/05/12/a-walk-2". */
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
