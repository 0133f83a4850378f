import type { MarkedEntry, TextMark } from '../entry-codec.ts'
import type { EntryQueries } from '../entry-queries.ts'
import type {
  Entry,
  EntryChange,
  EntryKeys,
  EntryRecord,
  EntrySpan,
  FeedSource,
  FeedState,
  Filtered,
  KnownFeed,
  LastWindow,
  ParsedEntry,
  TopicKinds,
} from '../model.ts'
import type { DailyTopic } from './daily-topic.ts'
import type { PictureStore } from './picture-store.ts'

export type { DailyTopic }

/** Where a planet keeps what it remembers: an SQLite database in a folder, or a schema of a PostgreSQL database. */
export type StatePlace = FolderPlace | PostgresPlace
type FolderPlace = { kind: 'folder'; folder: string }
export type PostgresPlace = {
  kind: 'postgres'
  /** `postgres://user:password@host:port/name?…` */
  url: string
  schema: string
  /** The planet's address: a schema is one planet's. */
  planet: string
  /** For what is kept as files: copies of pictures. Where they are gone, they are fetched again. */
  folder: string
}

/** An entry whose HTML is to be made again: the store's number of it, and its feed's address. */
export type OldText = { key: number; feed: string; entry: ParsedEntry }

/** Everything that a planet remembers: entries for ever, what is known of each feed, what was written where. */
export interface Store {
  /** The entries by time, for the pages. */
  queries: EntryQueries
  /**
   * Take over the list of feeds.yaml: its order decides between entries; feeds no longer listed keep their entries, and one
   * whose address was changed there stays the same feed.
   */
  subscribe(sources: FeedSource[]): Promise<void>
  /** Every feed that was ever listed: those of feeds.yaml in its order, then the others. */
  feeds(): Promise<StoredFeed[]>
  /** Some of them, as they stand there now: where others share the state, they may have been asked since. */
  reread(urls: string[]): Promise<StoredFeed[]>
  /** Do something while nobody else writes: where fetchers share the state, those that come wait. */
  alone<T>(work: () => Promise<T>): Promise<T>
  /** Give each feed that has none, and that something is known of, the name of its pages; a number keeps two apart. */
  giveSlugs(makeSlug: (feed: StoredFeed) => string): Promise<void>
  /** What bears on one version of a feed: see KnownFeed. */
  known(feed: string, version: VersionKeys): Promise<KnownFeed>
  /** Places of a feed's newest entries that are not quarantined, at most so many, newest first. */
  newestPositions(feed: string, limit: number): Promise<Date[]>
  /** Who wrote a feed's newest entries, by name, but for those that are quarantined. */
  newestAuthors(feed: string, limit: number): Promise<string[]>
  /** The paths of a feed's newest entries, at most so many. */
  newestPaths(feed: string, limit: number): Promise<{ key: number; linkPath: string }[]>
  /** What the last version of a feed that was believed carried. */
  lastWindow(feed: string): Promise<LastWindow | undefined>
  /** The title and the text of some entries, by the store's numbers of them. */
  texts(keys: number[]): Promise<Map<number, string>>
  /** Entries that the last version of a feed carried, where they were marked: see `ApplyOptions.carried`. */
  markedEntries(feed: string): Promise<MarkedEntry[]>
  /**
   * One feed's changes and its new state: they land together or not at all, in a batch with those of other feeds, before
   * anything else is written and when the store is closed. A crash loses at most what has not landed.
   */
  apply(feed: string, changes: EntryChange[], state: FeedState, seenAt: Date, options: ApplyOptions): Promise<void>
  /** What was applied lands now: for who is going to wait. */
  land(): Promise<void>
  /** Where it has news it lands now: others wait for it. What was only noted of feeds without news does not. */
  landNews(): Promise<void>
  /** The version of the sanitiser that made the oldest HTML that is stored. */
  oldestSanitiser(): Promise<number | undefined>
  /** Some entries whose HTML an older sanitiser made; none where there are no more. */
  oldTexts(sanitiser: number, limit: number): Promise<OldText[]>
  /** Keep what has been made of such entries, all together; their pages are touched. */
  renewTexts(sanitiser: number, renewed: Pick<OldText, 'key' | 'entry'>[]): Promise<void>
  /** From when to when each feed has entries. */
  spans(): Promise<Map<string, EntrySpan>>
  /** How many entries are shown; more than a limit are not counted. */
  countShown(limit: number): Promise<number>
  /** After a change of any `max_age` (milliseconds): which entries are too old for the front follows it. */
  limitAge(maxAge: number | undefined): Promise<void>
  /**
   * The time that a build goes by: its clock's, unless a build has run at a later time already. See docs/dates.md.
   * @returns with a sentence where the clock is or was wrong
   */
  checkClock(now: Date, timezone: string): Promise<{ seenAt: Date; behind?: string; mended?: string }>
  /** Show entries that waited for their day. */
  publishScheduled(now: Date): Promise<void>
  /** Make the link keys of all that is stored anew, where another version of their rule made them. */
  renewLinkKeys(version: number, makeKeys: (link: string) => Pick<EntryKeys, 'linkPath' | 'linkKey'>): Promise<void>
  /** Take down what the operator took down, and let come back what is no longer taken down. */
  purgeEntries(purges: Purges, now: Date): Promise<void>
  /**
   * Let plug-ins say how entries are shown, and keep what their feeds brought: of all entries where the hash of the plug-ins is another
   * than before, else of those that changed since. `undefined`: there are none, and all is as the feeds brought it.
   */
  shapeEntries(hash: string | undefined, shape: ShapeEntry, now: Date): Promise<void>
  /**
   * Hide what rules hide, by the address of the feed, and show what they hide no longer. Reads what changed since it was last
   * done, and all of a feed whose rules did.
   */
  judgeEntries(rules: ReadonlyMap<string, FeedRules>, now: Date): Promise<Filtered>
  /** Keep account of what entries are about, for `queries`: of those that changed since it was last done. */
  indexTopics(kinds: TopicKinds): Promise<void>
  /** Entries with this id, published id, link or link key, in the order of `feeds`. Whole history, so not for a build. */
  findEntries(word: string, linkKey: string | undefined): Promise<FoundEntry[]>
  /** How many entries each feed has, the newest that is shown, and what vanished from it. By address. */
  summarise(): Promise<Map<string, FeedSummary>>
  /** A number that grows with every change of an entry: what is rendered up to it needs no rendering again. */
  revision(): Promise<number>
  /** When an entry was last added or changed. */
  updated(): Promise<Date | undefined>
  /** What was last written to an output folder; `undefined` where nothing was. */
  output(folder: string): Promise<Output | undefined>
  saveOutput(folder: string, output: Output): Promise<void>
  /** Paths, relative to it, of every file that we wrote to an output folder and have not deleted. */
  writtenFiles(folder: string): Promise<Set<string>>
  saveWrittenFiles(folder: string, written: string[], deleted: string[]): Promise<void>
  /** Paths of what a rendering of everything, which has not ended, has written so far. */
  renderedFiles(folder: string): Promise<string[]>
  addRenderedFiles(folder: string, paths: string[]): Promise<void>
  forgetRenderedFiles(folder: string): Promise<void>
  /** The pictures that entries show. */
  pictures: PictureStore
  /** Every entry, in the order of `feeds`, then newest first. */
  everyEntry(): AsyncIterable<Entry & EntryRecord>
  /** Who has the lock, in words, for the next one who wants it. */
  setHolder(holder: string): Promise<void>
  /** When the operator was last told of what is told once a day. */
  lastTold(topic: DailyTopic): Promise<Date | undefined>
  saveTold(topic: DailyTopic, at: Date | undefined): Promise<void>
  /** True until a build has ended that stored anything. */
  isNew(): Promise<boolean>
  /** The store is no longer new, once it holds anything. */
  finishBuild(now: Date): Promise<void>
  /** True where `backUp` is to be called when the store is closed and its lock is given back. */
  isBackupDue(now: Date): Promise<boolean>
  close(): Promise<void>
}

/** What plug-ins make of an entry of a feed: another, the same, or nothing, with the one that hides it. */
export type ShapeEntry = (entry: ParsedEntry, feed: string) => Promise<EntryShape>
export type EntryShape = { kind: 'entry'; entry: ParsedEntry } | { kind: 'hidden'; by: string }

/** What hides entries of a feed. Two with the same hash say the same of every entry. */
export type FeedRules = { hash: string; hides(entry: ParsedEntry): boolean }

export type StoredFeed = { source: FeedSource; slug: string | undefined; active: boolean; state: FeedState }

export type ApplyOptions = {
  /** Every page with an entry of the feed must be rendered again. */
  touchAll: boolean
  /** No entry of it is stored so far: there is nothing to render again. */
  isNew?: boolean
  /** The version of the sanitiser that made the changes' HTML safe. */
  sanitiser: number
  /** The version's entries, in its order; `undefined` where no version was read. */
  carried?: CarriedEntry[]
  /** What came while the feed was quarantined takes its place. */
  release?: boolean
}

/** An entry of a version by its id, and what its texts came of, where they came of the same again. */
export type CarriedEntry = { id: string; mark: TextMark | undefined }

/**
 * What the operator took down for ever: whole feeds by address; all entries with an id or a link, or with what links have in
 * common; entries of one feed by their ids. A feed is meant by its former addresses, too.
 */
export type Purges = {
  feeds: string[]
  words: string[]
  linkKeys: string[]
  entries: { feed: string; id: string }[]
}

/** What is known of one stored entry, for a person who asks. */
export type FoundEntry = EntryRecord & {
  link: string | undefined
  title: string | undefined
  published: Date | undefined
  updated: Date | undefined
  /** It has the link of the page for itself. */
  hasOwnLink: boolean
  /** The feed under which the same post is shown instead. */
  shownUnder: string | undefined
  /** Its feed carries it no more, though it carries its neighbours. */
  missingSince: Date | undefined
  removedAt: Date | undefined
  /** The plug-in that hides it. */
  hiddenBy: string | undefined
  /** What the store has of it; `undefined` where it was taken down. */
  entry: ParsedEntry | undefined
}

export type FeedSummary = {
  entries: number
  newest: Date | undefined
  missing: { title: string | undefined; link: string | undefined; publishedId: string; since: Date }[]
}

/** The keys of all entries of one version of a feed. */
export type VersionKeys = {
  ids: string[]
  linkPaths: string[]
  titleDays: string[]
  textDays: string[]
  /** What the last version carried is wanted, too; and these, by the store's numbers of them; but for those that are had already. */
  withLast?: true
  also?: readonly number[]
  except?: readonly number[]
}

/** How far an output folder has been rendered. */
export type Output = {
  revision: number
  /** A hash of what every page depends on: configuration, templates, version. */
  renderHash: string
  /**
   * Hashes of what the front page and the feeds show beside entries, of the theme's files, of what /about/ shows, and of what the
   * planet's own picture does; then which day it was, for digests.
   */
  state: string
}
