import type { ShowOptions } from './site-options.ts'

/** One subscription: a feed of feeds.yaml with all options that the operator set for it. */
export type FeedSource = {
  /** The feed's address as the URL parser writes it: its key in the store, for ever. */
  url: string
  /** Name in the sidebar and over its entries; else the feed's own title. */
  name?: string | undefined
  /** The author of entries that name none. */
  author?: string | undefined
  /** The blog's home page, where the feed's own link is wrong. */
  site?: string | undefined
  /** Avatar (hackergotchi): a web address, or a file's path from the planet's root; or `auto` or `gravatar`, by which it is looked for. */
  face?: string | undefined
  /** BCP 47 language of the blog, where the feed does not say. */
  language?: string | undefined
  /** The operator's tags for the feed: each tag has a page and a feed. */
  tags?: string[] | undefined
  /** Time between two requests, and longest time of one; where absent, those of `fetch`. */
  everyMs?: number | undefined
  timeoutMs?: number | undefined
  /** Sent to the feed's own server only. The store keeps none of the values: there, `{}` says that there are headers. */
  headers?: Record<string, string> | undefined
  /** The reason why the feed is not asked. */
  paused?: string | undefined
  /** Which dates of the feed count; see docs/dates.md. */
  dates?: DatePolicy | undefined
  /** Limits of its own; where absent, those of `defaults`. */
  first?: number | undefined
  perDay?: number | undefined
  maxAgeMs?: number | undefined
  maxNew?: number | undefined
  maxTextBytes?: number | undefined
  takeover?: TakeoverPolicy | undefined
  /** The reading list from which the feed comes; absent: feeds.yaml itself lists it. */
  from?: string | undefined
  /** After so long without a new entry, the feed counts as quiet. */
  inactiveAfterMs?: number | undefined
  /** How much of an entry is shown, on every page and in our feeds; absent: all of it. */
  content?: ShowOptions['content'] | undefined
  /** Most entries of the feed on the front page. */
  maxEntries?: number | undefined
  /** `author` counts as the author of all entries, even of those that name another. */
  authorForce?: boolean | undefined
  /** A note for the operators of the planet; published nowhere. */
  note?: string | undefined
  /** `include`: only entries that match are shown; `exclude`: none that match. Both apply in addition to those of `defaults`. */
  include?: EntryRules | undefined
  exclude?: EntryRules | undefined
}

/** The fields of an entry that rules look at. */
export type RuleField = 'title' | 'content' | 'author' | 'category' | 'link' | 'language'

/** Texts and patterns ("/…/flags") as they are written: an entry matches where one of them matches, in any field. */
export type EntryRules = { [Field in RuleField]?: string[] | undefined }

/** The rule that hides an entry: one text of an `exclude`, or an `include` of which the entry matches no text. */
export type HidingRule =
  | { list: 'exclude'; of: 'defaults' | 'feeds'; field: RuleField; index: number; text: string }
  | { list: 'include'; of: 'defaults' | 'feeds' }

/**
 * What happens to a version that seems to be somebody else's: it waits for the operator (`hold`); it is taken over and reported (`tell`);
 * or it is taken over (`ignore`).
 */
export type TakeoverPolicy = 'hold' | 'tell' | 'ignore'

/** Which dates of a feed decide the positions of its entries. */
export type DatePolicy = 'trust' | 'published' | 'first-seen'

/** A reading list: feeds that are listed elsewhere, as `include:` of feeds.yaml names it. */
export type IncludedList = {
  /** A web address, or a file's path from the planet's root. */
  url: string
  tags?: string[] | undefined
  /** The most feeds that are taken from the list. */
  limit: number
  /** Milliseconds between two requests; where absent, that of `fetch`. */
  everyMs?: number | undefined
  /** Options for feeds of the list that do not set them. */
  defaults?: Partial<FeedSource> | undefined
}
