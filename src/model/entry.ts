import type { ParsedEntry } from './parsed-feed.ts'

/** The fields of an entry that are needed on its way to the store. */
export type EntryHead = Pick<
  ParsedEntry,
  'id' | 'link' | 'title' | 'published' | 'updated' | 'authors' | 'language' | 'sourceHash'
>

/** An entry on its way to the store, encoded once, where it was made: its texts verbatim, and all else as JSON. */
export type EncodedEntry = EntryHead & EncodedTexts

type EncodedTexts = { head: Uint8Array; content: Uint8Array | undefined; summary: Uint8Array | undefined }

/** What decides whether an entry of a feed is a stored one: see docs/identity.md. */
export type EntryKeys = {
  /** Path, query and fragment of the link, or `undefined` where the link identifies nothing. */
  linkPath: string | undefined
  /** The same with the host: equal for entries of two feeds that are the same post. */
  linkKey: string | undefined
  /** Title and day. */
  titleDay: string | undefined
  /** A hash of a long text, and the day. */
  textDay?: string | undefined
}

/** The data that the store keeps for ever about an entry, beside its text. */
export type EntryRecord = {
  /** The feed's key: `FeedSource.url`. */
  feed: string
  /** Every id that its feed has ever given it, in the order of first sight. Any of them matches. */
  ids: string[]
  /** The id under which we publish the entry: our feeds and anchors keep it for ever, and no other entry has it. */
  publishedId: string
  firstSeen: Date
  /** Its place in time, given once; docs/dates.md says how. */
  position: Date
  /** Its place among entries of its feed with the same position; smaller stands first. */
  rank: number
  /** `updated` of our feeds: the source's, never later than when we saw that version; only moved by a change of text. */
  updatedShown: Date
  /** Why the entry is not on the front page and in the feeds; `undefined` where it is. */
  offFront: OffFrontReason | undefined
  /** Why the entry is on no page at all. */
  offSite: OffSiteReason | undefined
}

/** Why an entry is on its dated pages only, and not on the front page or in the feeds. */
export type OffFrontReason = 'first' | 'per_day' | 'max_age'

/**
 * Why an entry is shown nowhere: it is dated in the future; it was taken down by the operator, or by its own feed; it may come back, and
 * its text has not come yet; it came while its feed seemed to be somebody else's; or a rule or a plug-in hides it.
 */
export type OffSiteReason = 'not_due' | 'purged' | 'deleted' | 'awaited' | 'quarantined' | 'filtered' | 'plugin'

/** What the rules of identity and change need to know of a stored entry. */
export type KnownEntry = EntryRecord &
  Pick<EntryKeys, 'linkPath' | 'titleDay' | 'textDay'> & {
    /** The entry's number in the store. */
    key: number
    link: string | undefined
    published: Date | undefined
    sourceHash: string
    /** `hashEntry` of the entry as it is stored. */
    entryHash: string
    /** Size of the stored text. */
    bytes: number
  }

/** All that the store knows and that matters for one version of a feed. */
export type KnownFeed = {
  /** Every stored entry of the feed that shares an id, a link path, title and day, or text and day with the version. */
  entries: KnownEntry[]
  /** No entry of the feed was ever stored. */
  isNewFeed: boolean
  /** No build has ever been finished with this store. */
  isFirstBuild: boolean
  /** When the feed last gave an answer that had entries, or was unchanged. */
  readAt?: Date
  /** Keys of entries that came edited, as their texts say, by the new ids under which they came. */
  edited?: ReadonlyMap<string, number>
}

/** One thing that a version of a feed changes in the store. */
export type EntryChange =
  | { kind: 'added'; entry: EncodedEntry; keys: EntryKeys; entryHash: string; record: EntryRecord }
  /** New text or new ids. The position changes only while the entry waits for its date. */
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

/** How many entries rules now hide, and how many they no longer hide. */
export type Filtered = { hidden: number; back: number }

/** What is known of a picture of entries. */
export type KnownPicture = {
  /** In pixels, after rotation. */
  width: number
  height: number
  /** Hash of our copies; `undefined` where there are none. */
  hash: string | undefined
  /** Widths of our copies; empty where the picture is only measured. */
  widths: number[]
  /** True of an animation, of which our copies show the first picture. */
  moves: boolean
}

/**
 * A whole stored entry, as a page or a feed shows it. Without the feed's ids for it, which are shown nowhere, and without its rank, which
 * the order expresses.
 */
export type Entry = ParsedEntry &
  Omit<EntryRecord, 'ids' | 'rank' | 'offSite'> & {
    alsoIn: string[]
    /** The entry's number in the store, in the order of arrival; see `EntryQueries.numbered`. */
    number?: number | undefined
  }

/** An entry in a list; where it has no title, `start` is the beginning of its HTML, cut off anywhere. */
export type EntryTitle = Titled & { start?: string | undefined }

type Titled = Pick<Entry, 'feed' | 'publishedId' | 'link' | 'title' | 'language' | 'position' | 'authors'>

/** An entry that was shown and is gone: our feeds announce that (RFC 6721). */
export type Removed = { publishedId: string; at: Date }
