import type { FeedProblem, Filtered } from './model.ts'

/** What a build reports: for each feed, and in total. Plain data, as in model.ts. */

/** The result of one feed in one build. */
export type FeedReport = {
  url: string
  name: string
  result: 'new-entries' | 'changed' | 'unchanged' | 'not-due' | 'paused' | 'waiting' | 'failed' | 'quarantined'
  status: number | undefined
  /** When the feed is asked again, at the earliest; `undefined`: never, or at once. */
  nextDue: Date | undefined
  added: number
  changed: number
  /** Entries that were kept off the front page by `first` or `per_day`. */
  heldBack: number
  problem: FeedProblem | undefined
  /** True where the feed has never given an answer that could be read. */
  neverWorked: boolean
  /** Since when the feed has been failing, this time included; `undefined` where it works. */
  failingSince: Date | undefined
  warnings: string[]
  /** Titles of the first few new entries. */
  titles: string[]
  /** News of the feed that the operator should know: each is told once. */
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
  /** Hardly any server could be reached: our own network is down. No failure was counted, nothing rendered. */
  outage: boolean
  /** The effect of changed rules of feeds.yaml on entries that were stored already. */
  filtered: Filtered
  /** False where the operator was told of the outage within the last day. */
  isOutageNews: boolean
  /** The result of asking for pictures; absent where none were asked for. */
  pictures?: PictureReport | undefined
  /** Files of the site that were written, files that were deleted, and how many the site has. */
  written: string[]
  deleted: string[]
  files: number
  /** What the operator should know and can mend, such as a missing face. */
  warnings: string[]
  work: BuildWork
  milliseconds: number
}

/** How many pictures this build kept or measured, how many it could not fetch, and how many wait for the next build. */
export type PictureReport = { kept: number; failed: number; waiting: number }

/** The work of a build, in numbers: work that an earlier build did is not repeated. */
type BuildWork = {
  /** Entries with new text in the feeds that were read: their HTML was sanitised. */
  entriesConformed: number
  /** Whole entries that were read from the store for pages and feeds, and how often an entry was rendered into one. */
  entriesRead: number
  entriesRendered: number
  /** Pages, feeds and other files that were made, and bytes of those that were written since they differ. */
  filesMade: number
  bytesWritten: number
}
