import type { EntryQueries } from '../../entry-queries.ts'
import type { PartedFile, Planet, SiteFile } from '../../model.ts'
import type { Calendar } from '../dates/open-calendar.ts'
import type { DigestDays } from '../digest/list-periods.ts'
import type { FoundTopics } from '../find-topics.ts'
import type { OnBroken } from '../make-from-entry.ts'
import type { Translate } from '../messages/open-messages.ts'
import type { Touched } from '../touched.ts'
import type { KeptTexts } from './open-kept-texts.ts'

/** What decides which feeds are written. */
export type FeedsToRender = {
  queries: EntryQueries
  planet: Planet
  calendar: Calendar
  translate: Translate
  touched: Touched
  /** Which days and weeks are over. */
  days: DigestDays
  /** Categories and languages that have feeds. */
  topics?: FoundTopics
  /** Paths that were written before. */
  known: Set<string>
  /** Paths of feeds that this rendering has already written, and the texts of the entries in them. */
  made?: ReadonlySet<string>
  texts?: KeptTexts | undefined
  onBroken?: OnBroken | undefined
  onRendered?: (() => void) | undefined
}

/** A file of the site; one without bytes is to be deleted. */
export type FeedFile = SiteFile | PartedFile | { path: string; bytes: undefined }
