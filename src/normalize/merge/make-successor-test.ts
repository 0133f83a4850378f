import type { EntryHead, KnownEntry } from '../../model.ts'
import { isOtherwiseCalled } from './find-resettled.ts'
import type { IdentifiedEntry } from './identify-entries.ts'
import { isNews } from './is-news.ts'

/**
 * Tells whether an entry only comes after a lost one, though both have one title on one day, or one page: "Re: Welcome" is said twice a day,
 * and the word of the day stands where that of yesterday stood. The lost one is older than all that the version carries, so it has left the
 * feed in the course of time, and nobody need have renamed it. The new one came out since the feed was last read; or an entry that is still
 * there came out between the two, which no clock that was set explains.
 *
 * On one page, only another title makes two of them, or another text where they are of one day and something stands between them: many a
 * page is written anew, and dated anew.
 *
 * @param matched the entries of the version; `known` where an id was known
 * @param readAt when the feed was read last
 */
export function makeSuccessorTest(
  matched: readonly { entry: EntryHead; known: KnownEntry | undefined }[],
  readAt: Date | undefined,
): (found: IdentifiedEntry, known: KnownEntry) => boolean {
  // A feed may write new dates into all that it carries: what we know of an entry says how old it is.
  const places = matched.flatMap(({ entry, known }) => known?.position ?? dateOf(entry) ?? [])
  const oldest = findEarliest(places)
  const stayed = findEarliest(matched.flatMap(({ entry, known }) => (known && dateOf(entry)) ?? []))
  return (found, known) => {
    const date = dateOf(found.entry)
    // RSS has no parts of a second, Atom may.
    if (date === undefined || oldest === undefined || +known.position >= +oldest - (+oldest % 1000)) return false
    const isBetween = stayed !== undefined && stayed < date
    if (!isBetween && !isNews(date, known.published ?? known.position, readAt)) return false
    if (found.keys.linkPath === undefined || found.keys.linkPath !== known.linkPath) return true
    if (isOtherwiseCalled(found.keys, known)) return true
    return isBetween && found.keys.titleDay === known.titleDay && found.entry.sourceHash !== known.sourceHash
  }
}

function findEarliest(dates: readonly Date[]): Date | undefined {
  return dates.reduce<Date | undefined>((earliest, date) => (earliest && earliest <= date ? earliest : date), undefined)
}

function dateOf({ published, updated }: Pick<EntryHead, 'published' | 'updated'>): Date | undefined {
  return published ?? updated
}
