import type { Archive, Entry, EntryChange, EntrySpan, FeedSource, FeedState, KnownFeed, ParsedEntry } from '../model.ts'
import type { Removal } from './remove-entries.ts'

/** Everything that a planet remembers: entries for ever, what is known of each feed, what was written where. */
export interface Store {
  /** The entries by time, for the pages. */
  archive: Archive
  /** Take over the list of feeds.yaml: its order decides between entries; feeds no longer listed keep their entries. */
  subscribe(sources: FeedSource[]): Promise<void>
  /** Every feed that was ever listed: those of feeds.yaml in its order, then the others. */
  feeds(): Promise<StoredFeed[]>
  /** Give each feed that has none, and that something is known of, the name of its pages; a number keeps two apart. */
  giveSlugs(makeSlug: (feed: StoredFeed) => string): Promise<void>
  /** What bears on one version of a feed: see KnownFeed. */
  known(feed: string, version: VersionKeys): Promise<KnownFeed>
  /**
   * One feed's changes and its new state, in one transaction: they land together or not at all.
   */
  apply(feed: string, changes: EntryChange[], state: FeedState, seenAt: Date, options: ApplyOptions): Promise<void>
  /** The version of the sanitiser that made the oldest HTML that is stored. */
  oldestSanitiser(): Promise<number | undefined>
  /** Make the HTML of entries again that an older sanitiser made. @returns how many */
  renewTexts(sanitiser: number, renew: (entry: ParsedEntry) => ParsedEntry): Promise<number>
  /** From when to when each feed has entries. */
  spans(): Promise<Map<string, EntrySpan>>
  /** After a change of a `max_age` (milliseconds, by feed): which entries are too old for the front follows it. */
  limitAges(limits: { feed: string; maxAge: number | undefined }[]): Promise<void>
  /** Show the entries that were still to come and have come now. */
  releaseDue(now: Date): Promise<void>
  /** Take entries down for ever. @returns how many there were */
  purge(removals: Removal[], now: Date): Promise<number>
  /** Let entries come back that were purged and are not listed any more. */
  forgetPurged(isListed: (entry: { id: string; link: string | null; url: string }) => boolean): Promise<void>
  /** A number that grows with every change of an entry: what is rendered up to it needs no rendering again. */
  mark(): Promise<number>
  /** When an entry was last added or changed. */
  updated(): Promise<Date | undefined>
  /** What was last written to an output folder; `undefined` where nothing was. */
  output(folder: string): Promise<Output | undefined>
  saveOutput(folder: string, output: Output): Promise<void>
  /** Paths, relative to it, of every file that we wrote to an output folder and have not deleted. */
  writtenFiles(folder: string): Promise<Set<string>>
  saveWrittenFiles(folder: string, written: string[], deleted: string[]): Promise<void>
  /** Every entry, in the order of `feeds`, then newest first. */
  everyEntry(): AsyncIterable<Entry>
  /** Who has the lock, in words, for the next one who wants it. */
  setHolder(holder: string): Promise<void>
  /** The store is no longer new, once it holds anything. Once a week a copy of it is kept. */
  finishBuild(now: Date): Promise<void>
  close(): Promise<void>
}

export type StoredFeed = { source: FeedSource; slug: string | undefined; active: boolean; state: FeedState }

export type ApplyOptions = {
  /** Every page with an entry of the feed must be rendered again. */
  touchAll: boolean
  /** The version of the sanitiser that made the changes' HTML safe. */
  sanitiser: number
  /** Ids of its entries that the feed withdraws: they go, and stay gone. */
  deleted?: string[]
}

/** The keys of all entries of one version of a feed. */
export type VersionKeys = { ids: string[]; linkPaths: string[]; titleDays: string[] }

/** How far an output folder has been rendered. */
export type Output = {
  mark: number
  /** A hash of what every page depends on: configuration, theme, version. */
  look: string
  /** A hash of what the front page and the feeds show beside entries. */
  state: string
}
