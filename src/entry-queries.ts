import type { Entry, EntryTitle, Removed, Topic } from './model.ts'

/** The part of a stored entry that says where it is in the archive. */
export type NumberedEntry = Pick<Entry, 'publishedId' | 'position' | 'updatedShown'> & { number: number }

/** Entries by topic and by language; only where the operator wants pages of these. */
export interface TopicQueries {
  /** Categories that at least `least` feeds use, or languages; those of most feeds first. */
  topics(kind: 'tags' | 'languages', least: number): Promise<Topic[]>
  feedsOfTopic(topic: string): Promise<string[]>
  /** As `newestOf` and `newestShownOf`. */
  newestOfTopic(topic: string, limit: number): Promise<Entry[]>
  newestShownOfTopic(topic: string, limit: number, most: number): Promise<Entry[]>
  lastOfTopic(topic: string, before: Date): Promise<Date | undefined>
  /** Topics of which anything changed since a revision. */
  touchedTopicsSince(revision: number): Promise<string[]>
}

/** Queries over all entries, by time. Pages are made from their answers; the store implements them. */
export interface EntryQueries extends TopicQueries {
  /**
   * The newest entries for the front page and the feeds, newest first; of one feed at most `most` as long as others have entries, and in no
   * case more than its cap (by feed address).
   */
  newest(limit: number, most?: number, caps?: ReadonlyMap<string, number>): Promise<Entry[]>
  /** Entries with `from <= position < to`, newest first, whole or titles only. */
  between(from: Date, to: Date): Promise<Entry[]>
  titlesBetween(from: Date, to: Date, limit?: number): Promise<EntryTitle[]>
  /** The newest entries of some feeds, also those that stay off the front page. `before` excludes itself. */
  newestOf(feeds: string[], limit: number, before?: Date): Promise<Entry[]>
  /** The newest entries of some feeds for the front page and the feeds; `most` as in `newest`. */
  newestShownOf(feeds: string[], limit: number, most?: number): Promise<Entry[]>
  /** The nearest position before, or at or after, an instant; `undefined` where there is none. */
  lastBefore(instant: Date): Promise<Date | undefined>
  firstFrom(instant: Date): Promise<Date | undefined>
  /** The nearest position of an entry of some feeds before an instant. */
  lastOf(feeds: string[], before: Date): Promise<Date | undefined>
  /**
   * How many entries each feed has in each of twelve months: between each of thirteen instants and the next. Feeds without any are left
   * out. `feed`: counts this feed alone.
   */
  postCounts(instants: Date[], feed?: string): Promise<Map<string, number[]>>
  /** How many entries there are between each of the instants and the next. */
  counts(instants: Date[]): Promise<number[]>
  /** Positions of every entry changed since a revision, oldest first. See `Store.revision`. */
  touchedSince(revision: number): Promise<Date[]>
  /**
   * Entries by the number that each got when it came, newest first: those with `from <= number < to`. Numbers begin with 1, have no
   * gaps, and never change.
   */
  numbered(from: number, to: number): Promise<Entry[]>
  /** The same entries, only their heads. */
  numberedHeads(from: number, to: number): Promise<NumberedEntry[]>
  /** The entries with these numbers, in the order of the list. */
  someNumbered(numbers: number[]): Promise<Entry[]>
  /** Whether any entry with `from <= number < to` is shown. */
  hasNumbered(from: number, to: number): Promise<boolean>
  /** The highest number; 0 where there are no entries. */
  lastNumber(): Promise<number>
  /** The numbers of every entry changed since a revision, and of those in a span of time. */
  touchedNumbersSince(revision: number): Promise<number[]>
  numbersBetween(from: Date, to: Date): Promise<number[]>
  /** The feeds whose entries changed since a revision. */
  touchedFeedsSince(revision: number): Promise<string[]>
  /** Entries taken down at or after an instant, the last one first: our feeds announce them as deleted (RFC 6721). */
  removedSince(instant: Date): Promise<Removed[]>
}
