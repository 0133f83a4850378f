import type { FeedProblem, Filtered } from './model.ts'

/** What a build tells of itself: by feed, and in all. Plain data, as in model.ts. */

/** What came of one feed in one build. */
export type FeedReport = {
  url: string
  name: string
  result: 'new-entries' | 'changed' | 'unchanged' | 'not-due' | 'paused' | 'waiting' | 'failed' | 'quarantined'
  status: number | undefined
  /** When it is asked again, at the earliest; `undefined`: never, or at once. */
  nextDue: Date | undefined
  added: number
  changed: number
  /** Entries that were kept off the front page by `first` or `per_day`. */
  heldBack: number
  problem: FeedProblem | undefined
  /** There was never an answer of it that could be read. */
  neverWorked: boolean
  /** Since when it fails, where it does: this time included. */
  failingSince: Date | undefined
  warnings: string[]
  /** Titles of the first few new entries. */
  titles: string[]
  /** What has become of the feed that the operator should know: each is told once. */
  notices: Notice[]
  milliseconds: number
}

/** A change of state. The message is a sentence without the feed's name: "works again after 9 days". */
export type Notice = {
  code:
    | 'FAILING'
    | 'RECOVERED'
    | 'GONE'
    | 'MOVED'
    | 'FLOOD'
    | 'FULL'
    | 'QUARANTINED'
    | 'ACCEPTED'
    | 'TAKEOVER'
    | 'INTERNAL'
  message: string
}

/** What a build did: what `--json` prints. */
export type BuildReport = {
  feeds: FeedReport[]
  /** Hardly anybody could be reached: our own network is down. No failure was counted, nothing rendered. */
  outage: boolean
  /** What rules of feeds.yaml that changed did to entries that were stored already. */
  filtered: Filtered
  /** False where the operator was told of the outage within a day. */
  isOutageNews: boolean
  /** What came of asking for pictures; absent where nobody asked for any. */
  pictures?: PictureReport | undefined
  /** Files of the site that were written or deleted, of all that it has. */
  written: string[]
  deleted: string[]
  files: number
  /** What the operator should know and can mend: a face that is not there. */
  warnings: string[]
  work: BuildWork
  milliseconds: number
}

/** Pictures that are kept, or measured, since this build; that could not be had; and that wait for the next. */
export type PictureReport = { kept: number; failed: number; waiting: number }

/** What a build did, in numbers: of what was done before, nothing is done again. */
type BuildWork = {
  /** Entries of feeds that were read whose text was not known: their HTML was made fit. */
  entriesConformed: number
  /** Whole entries that were read from the store for pages and feeds, and how often one was made into a part of them. */
  entriesRead: number
  entriesRendered: number
  /** Pages, feeds and other files that were made, and bytes of those that were written since they differ. */
  filesMade: number
  bytesWritten: number
}
