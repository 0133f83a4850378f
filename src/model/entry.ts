import type { ParsedEntry } from './parsed-feed.ts'

/** What is looked at of an entry on its way to the store. */
export type EntryHead = Pick<
  ParsedEntry,
  'id' | 'link' | 'title' | 'published' | 'updated' | 'authors' | 'language' | 'sourceHash'
>

/** An entry on that way, written once, where it was made: its texts, which nobody looks at, as they are, and all else as JSON. */
export type EncodedEntry = EntryHead & EncodedTexts

type EncodedTexts = { head: Uint8Array; content: Uint8Array | undefined; summary: Uint8Array | undefined }

/** What decides whether an entry of a feed is one that we know: see docs/identity.md. */
export type EntryKeys = {
  /** Path, query and fragment of the link, or `undefined` where the link identifies nothing. */
  linkPath: string | undefined
  /** The same with the host: what the entries of two feeds have in common when they are one post. */
  linkKey: string | undefined
  /** Title and day. */
  titleDay: string | undefined
  /** A hash of a long text, and the day. */
  textDay?: string | undefined
}

/** What the store keeps for ever about an entry, beside its text. */
export type EntryRecord = {
  /** The feed's key: `FeedSource.url`. */
  feed: string
  /** Every id its feed has ever called it, in the order of first sight. Any of them matches. */
  ids: string[]
  /** The id that we published first: our feeds and anchors keep it for ever, and no other entry has it. */
  publishedId: string
  firstSeen: Date
  /** Its place in time, given once; docs/dates.md says how. */
  position: Date
  /** Its place among entries of its feed with the same position; smaller stands first. */
  rank: number
  /** `updated` of our feeds: the source's, never later than when we saw that version; only moved by a change of text. */
  updatedShown: Date
  /** Why it does not enter the front page and the feeds; `undefined` where it does. */
  offFront: OffFrontReason | undefined
  /** Why it stands on no page at all. */
  offSite: OffSiteReason | undefined
}

/** Why an entry stands on its dated pages only, and not on the front page or in the feeds. */
export type OffFrontReason = 'first' | 'per_day' | 'max_age'

/**
 * Why an entry stands nowhere: it is dated in the future; it was taken down by the operator, or by its own feed; it may
 * come back, and its text has not come yet; or it came while its feed seemed to be somebody else's.
 */
export type OffSiteReason = 'not_due' | 'purged' | 'deleted' | 'awaited' | 'quarantined' | 'filtered' | 'plugin'

/** What the rules of identity and change need to know of a stored entry. */
export type KnownEntry = EntryRecord &
  Pick<EntryKeys, 'linkPath' | 'titleDay' | 'textDay'> & {
    /** The store's own number of it. */
    key: number
    link: string | undefined
    published: Date | undefined
    sourceHash: string
    /** `hashEntry` of the entry as it is stored. */
    entryHash: string
    /** Of its text as it is stored. */
    bytes: number
  }

/** What the store knows that bears on one version of one feed. */
export type KnownFeed = {
  /** Every stored entry of the feed that shares an id, a link path, title and day, or text and day with the version. */
  entries: KnownEntry[]
  /** No entry of it was ever stored. */
  isNewFeed: boolean
  /** No build has ever been finished with this store. */
  isFirstBuild: boolean
  /** When it last gave an answer that had entries, or was the one before again. */
  readAt?: Date
}

/** One thing that a version of a feed changes in the store. */
export type EntryChange =
  | { kind: 'added'; entry: EncodedEntry; keys: EntryKeys; entryHash: string; record: EntryRecord }
  /** New text or new ids. Its place changes only while it waits for it. */
  | {
      kind: 'changed'
      key: number
      entry: EncodedEntry
      keys: EntryKeys
      entryHash: string
      newIds: string[]
      updatedShown: Date
      position: Date
      offSite: OffSiteReason | undefined
    }
  /** New ids of an entry that stays gone. */
  | { kind: 'renamed'; key: number; newIds: string[] }
  /** Its feed says that it is deleted. */
  | { kind: 'deleted'; key: number }

/** The entries that a version of a feed carried: how many, and when the first and the last of them were first seen. */
export type LastWindow = { entries: number; first: Date; last: Date }

/** How many entries are hidden by rules, and how many are hidden no longer. */
export type Filtered = { hidden: number; back: number }

/** What is known of a picture of entries. */
export type KnownPicture = {
  /** In pixels, as it is looked at. */
  width: number
  height: number
  /** Of our copies; `undefined` where there are none. */
  hash: string | undefined
  /** Of our copies; none where it is only measured. */
  widths: number[]
  /** Of several pictures that follow one another, we have the first. */
  moves: boolean
}

/** A stored entry, whole: what a page or a feed shows. What its feed has called it is shown nowhere, and its place is given by the order. */
export type Entry = ParsedEntry &
  Omit<EntryRecord, 'ids' | 'rank' | 'offSite'> & {
    alsoIn: string[]
    /** The store's own number of it, as they came; see `EntryQueries.numbered`. */
    number?: number | undefined
  }

/** An entry in a list; where it has no title, `start` is how its HTML begins, cut off anywhere. */
export type EntryTitle = Titled & { start?: string | undefined }

type Titled = Pick<Entry, 'feed' | 'publishedId' | 'link' | 'title' | 'language' | 'position' | 'authors'>

/** An entry that was shown and is gone: readers of our feeds are told (RFC 6721). */
export type Removed = { publishedId: string; at: Date }
