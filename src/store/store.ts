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
  /** The planet's address: a schema belongs to one planet. */
  planet: string
  /** Holds what is kept as files, the copies of pictures. Where they are gone, they are fetched again. */
  folder: string
}

/** An entry whose HTML is to be made again, its number in the store (`key`), and its feed's address. */
export type OldText = { key: number; feed: string; entry: ParsedEntry }

/** Everything that a planet remembers: entries for ever, what is known of each feed, what was written where. */
export interface Store {
  /** The entries by time, for the pages. */
  queries: EntryQueries
  /**
   * Take over the list of feeds.yaml: its order decides between entries; feeds that are no longer listed keep their entries, and a feed
   * whose address was changed in feeds.yaml stays the same feed.
   */
  subscribe(sources: FeedSource[]): Promise<void>
  /** Every feed that was ever listed: those of feeds.yaml in its order, then the others. */
  feeds(): Promise<StoredFeed[]>
  /** Some feeds, read again: where others share the state, the feeds may have been asked since. */
  reread(urls: string[]): Promise<StoredFeed[]>
  /** Let go of what is known of feeds, to free memory: it is read again where it is asked for. */
  forgetFeeds(): Promise<void>
  /** Do something while no other process writes: fetchers that share the state wait. */
  alone<T>(work: () => Promise<T>): Promise<T>
  /** Give a slug, the name of its pages, to each feed that has none and of which something is known; a number keeps equal slugs apart. */
  giveSlugs(makeSlug: (feed: StoredFeed) => string): Promise<void>
  /** What bears on one version of a feed: see KnownFeed. */
  known(feed: string, version: VersionKeys): Promise<KnownFeed>
  /** Positions of a feed's newest entries that are not quarantined, at most `limit`, newest first. */
  newestPositions(feed: string, limit: number): Promise<Date[]>
  /** The names of the authors of a feed's newest entries that are not quarantined. */
  newestAuthors(feed: string, limit: number): Promise<string[]>
  /** The link paths of a feed's newest entries, at most `limit`. */
  newestPaths(feed: string, limit: number): Promise<{ key: number; linkPath: string }[]>
  /** What the last version of a feed that was not quarantined carried. */
  lastWindow(feed: string): Promise<LastWindow | undefined>
  /** The title and the text of some entries, by their numbers in the store. */
  texts(keys: number[]): Promise<Map<number, string>>
  /** Entries that the last version of a feed carried, where they were marked: see `ApplyOptions.carried`. */
  markedEntries(feed: string): Promise<MarkedEntry[]>
  /**
   * Store one feed's changes and its new state: both or neither. They are committed in a batch with those of other feeds, before anything
   * else is written, and when the store is closed. A crash loses at most the open batch.
   */
  apply(feed: string, changes: EntryChange[], state: FeedState, seenAt: Date, options: ApplyOptions): Promise<void>
  /** Commit what was applied: for callers that are going to wait. */
  land(): Promise<void>
  /** Commit what was applied if it has news: other processes wait for it. Mere notes on feeds without news stay in memory. */
  landNews(): Promise<void>
  /** The version of the sanitiser that made the oldest HTML that is stored. */
  oldestSanitiser(): Promise<number | undefined>
  /** Some entries whose HTML an older sanitiser made; none where there are no more. */
  oldTexts(sanitiser: number, limit: number): Promise<OldText[]>
  /** Store such entries with their new HTML, all together; their pages are touched. */
  renewTexts(sanitiser: number, renewed: Pick<OldText, 'key' | 'entry'>[]): Promise<void>
  /** From when to when each feed has entries. */
  spans(): Promise<Map<string, EntrySpan>>
  /** How many entries are shown; more than a limit are not counted. */
  countShown(limit: number): Promise<number>
  /** After a change of any `max_age` (milliseconds), decide again which entries are too old for the front page. */
  limitAge(maxAge: number | undefined): Promise<void>
  /**
   * The time that a build goes by: its clock's, unless a build has run at a later time already. See docs/dates.md.
   * @returns the time, with a sentence where the clock is or was wrong
   */
  checkClock(now: Date, timezone: string): Promise<{ seenAt: Date; behind?: string; mended?: string }>
  /** Show entries that were dated in the future, and whose time has come. */
  publishScheduled(now: Date): Promise<void>
  /** Make the link keys of all stored entries again, where another version of the rule made them. */
  renewLinkKeys(version: number, makeKeys: (link: string) => Pick<EntryKeys, 'linkPath' | 'linkKey'>): Promise<void>
  /** Take down the entries on the operator's list, and let those come back that are no longer on it. */
  purgeEntries(purges: Purges, now: Date): Promise<void>
  /**
   * Let plug-ins decide how entries are shown, and keep what their feeds brought: all entries where the hash of the plug-ins has changed,
   * else entries that changed since. `undefined`: there are no plug-ins, and all entries are shown as their feeds brought them.
   */
  shapeEntries(hash: string | undefined, shape: ShapeEntry, now: Date): Promise<void>
  /**
   * Hide entries by the rules of their feeds (by address), and show those that rules no longer hide. Reads entries that changed since the
   * last time, and all entries of a feed whose rules changed.
   */
  judgeEntries(rules: ReadonlyMap<string, FeedRules>, now: Date): Promise<Filtered>
  /** Index the topics of entries, for `queries`: of entries that changed since the last time. */
  indexTopics(kinds: TopicKinds): Promise<void>
  /** Entries with this id, published id, link or link key, in the order of `feeds`. Whole history, so not for a build. */
  findEntries(word: string, linkKey: string | undefined): Promise<FoundEntry[]>
  /** How many entries each feed has, the date of the newest shown one, and the entries that vanished from the feed. By address. */
  summarise(): Promise<Map<string, FeedSummary>>
  /** A number that grows with every change of an entry: output rendered at the current revision is up to date. */
  revision(): Promise<number>
  /** When an entry was last added or changed. */
  updated(): Promise<Date | undefined>
  /** What was last written to an output folder; `undefined` where nothing was. */
  output(folder: string): Promise<Output | undefined>
  saveOutput(folder: string, output: Output): Promise<void>
  /** Paths, relative to it, of every file that we wrote to an output folder and have not deleted. */
  writtenFiles(folder: string): Promise<Set<string>>
  countWrittenFiles(folder: string): Promise<number>
  saveWrittenFiles(folder: string, written: string[], deleted: string[]): Promise<void>
  /** Paths of the files that a rendering of everything, which has not ended, has written so far. */
  renderedFiles(folder: string): Promise<string[]>
  addRenderedFiles(folder: string, paths: string[]): Promise<void>
  forgetRenderedFiles(folder: string): Promise<void>
  /** The pictures that entries show. */
  pictures: PictureStore
  /** Every entry, in the order of `feeds`, then newest first. */
  everyEntry(): AsyncIterable<Entry & EntryRecord>
  /** Say who has the lock, in words, for other processes that want it. */
  setHolder(holder: string): Promise<void>
  /** When the operator was last told of a daily topic. */
  lastTold(topic: DailyTopic): Promise<Date | undefined>
  saveTold(topic: DailyTopic, at: Date | undefined): Promise<void>
  /** True until a build that stored an entry has ended. */
  isNew(): Promise<boolean>
  /** Note the end of a build; a store that holds an entry is no longer new. */
  finishBuild(now: Date): Promise<void>
  /** True where `backUp` is to be called when the store is closed and its lock is given back. */
  isBackupDue(now: Date): Promise<boolean>
  close(): Promise<void>
}

/** What plug-ins make of an entry of a feed: another entry, the same, or none, with the name of the plug-in that hides it. */
export type ShapeEntry = (entry: ParsedEntry, feed: string) => Promise<EntryShape>
export type EntryShape = { kind: 'entry'; entry: ParsedEntry } | { kind: 'hidden'; by: string }

/** The rules that hide entries of a feed. Rules with the same hash decide the same for every entry. */
export type FeedRules = { hash: string; hides(entry: ParsedEntry): boolean }

export type StoredFeed = { source: FeedSource; slug: string | undefined; active: boolean; state: FeedState }

export type ApplyOptions = {
  /** Every page with an entry of the feed must be rendered again. */
  touchAll: boolean
  /** No entry of the feed is stored yet: there is nothing to render again. */
  isNew?: boolean
  /** The version of the sanitiser that made the changes' HTML safe. */
  sanitiser: number
  /** The version's entries, in its order; `undefined` where no version was read. */
  carried?: CarriedEntry[]
  /** Entries that came while the feed was quarantined are shown now. */
  release?: boolean
}

/** An entry of a version by its id, and the mark of what its texts were made from, by which they are recognised next time. */
export type CarriedEntry = { id: string; mark: TextMark | undefined }

/**
 * What the operator took down for ever: whole feeds by address; all entries with an id or a link, or with a link key; entries of one feed
 * by their ids. A feed may be named by a former address, too.
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
  /** The link belongs to this entry alone within its feed. */
  hasOwnLink: boolean
  /** The feed under which the same post is shown instead. */
  shownUnder: string | undefined
  /** Since when its feed no longer carries it, though it still carries its neighbours. */
  missingSince: Date | undefined
  removedAt: Date | undefined
  /** The plug-in that hides it. */
  hiddenBy: string | undefined
  /** The stored entry; `undefined` where it was taken down. */
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
  /** Also wanted: the entries that the last version carried (`withLast`), and these numbers (`also`); but not the numbers in `except`. */
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
   * Hashes of what the front page and the feeds show beside entries, of the theme's files, of what /about/ shows, and of what the planet's
   * own picture shows; then the day, for digests.
   */
  state: string
}
