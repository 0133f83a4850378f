import type { EntryQueries } from '../../entry-queries.ts'
import type { Planet, SiteFile } from '../../model.ts'
import type { Calendar } from '../dates/open-calendar.ts'
import type { OnBroken } from '../make-from-entry.ts'
import type { Translate } from '../messages/open-messages.ts'

/** What decides which feeds are written. */
export type FeedsToRender = {
  queries: EntryQueries
  planet: Planet
  calendar: Calendar
  translate: Translate
  /** What changed since the feeds were last written: numbers of entries, and their feeds; or everything. */
  touched: { numbers: number[]; feeds: string[] } | 'all'
  /** Paths that were written before. */
  known: Set<string>
  onBroken?: OnBroken | undefined
}

/** A file of the site; without bytes, one that is no longer there. */
export type FeedFile = SiteFile | { path: string; bytes: undefined }
