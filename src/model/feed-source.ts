import type { ShowOptions } from './site-options.ts'

/** One subscription: a feed of feeds.yaml with everything the operator said about it. */
export type FeedSource = {
  /** The feed's address as the URL parser writes it: its key in the store, for ever. */
  url: string
  /** Name in the sidebar and over its entries; else the feed's own title. */
  name?: string | undefined
  /** Who wrote an entry that names nobody. */
  author?: string | undefined
  /** The blog's home page, where the feed's own link is wrong. */
  site?: string | undefined
  /** Avatar (hackergotchi): a web address, or a file's path from the planet's root; `auto` or `gravatar`: to be found. */
  face?: string | undefined
  /** BCP 47 language of the blog, where the feed does not say. */
  language?: string | undefined
  /** What the operator files it under: each has a page and a feed. */
  tags?: string[] | undefined
  /** Between two requests, and for one; where absent, those of `fetch`. */
  everyMs?: number | undefined
  timeoutMs?: number | undefined
  /** Sent to the feed's own server only. The store keeps no value of them: there, `{}` says that there are some. */
  headers?: Record<string, string> | undefined
  /** Why it is not asked. */
  paused?: string | undefined
  /** Which of its dates count; see docs/dates.md. */
  dates?: DatePolicy | undefined
  /** Limits of its own; where absent, those of `defaults`. */
  first?: number | undefined
  perDay?: number | undefined
  maxAgeMs?: number | undefined
  maxNew?: number | undefined
  maxTextBytes?: number | undefined
  takeover?: TakeoverPolicy | undefined
  /** The reading list that it comes from; absent: it stands in feeds.yaml itself. */
  from?: string | undefined
  /** Without a new entry for so long it counts as quiet. */
  inactiveAfterMs?: number | undefined
  /** How much of an entry is shown, on every page and in our feeds; absent: all of it. */
  content?: ShowOptions['content'] | undefined
  /** Most of its entries on the front page. */
  maxEntries?: number | undefined
  /** `author` wrote all, whomever an entry names. */
  authorForce?: boolean | undefined
  /** A word to whoever runs the planet; published nowhere. */
  note?: string | undefined
  /** Only entries that match are shown, and none that match: beside what `defaults` says of all feeds. */
  include?: EntryRules | undefined
  exclude?: EntryRules | undefined
}

/** What rules look at. */
export type RuleField = 'title' | 'content' | 'author' | 'category' | 'link' | 'language'

/** Texts and patterns ("/…/flags") as they are written: an entry matches where one of any field does. */
export type EntryRules = { [Field in RuleField]?: string[] | undefined }

/** What hides an entry: one text of an `exclude`, or an `include` none of whose texts it matches. */
export type HidingRule =
  | { list: 'exclude'; of: 'defaults' | 'feeds'; field: RuleField; index: number; text: string }
  | { list: 'include'; of: 'defaults' | 'feeds' }

/** What becomes of a version that seems to be somebody else's: it waits for the operator, or only its mention does. */
export type TakeoverPolicy = 'hold' | 'tell' | 'ignore'

/** Which dates of a feed decide where its entries stand. */
export type DatePolicy = 'trust' | 'published' | 'first-seen'

/** A reading list: feeds that are listed elsewhere, as `include:` of feeds.yaml names it. */
export type IncludedList = {
  /** A web address, or a file's path from the planet's root. */
  url: string
  tags?: string[] | undefined
  /** Never more feeds than this, whatever it lists. */
  limit: number
  /** Between two requests; else that of `fetch`. */
  everyMs?: number | undefined
  /** What holds for a feed from there that does not say otherwise. */
  defaults?: Partial<FeedSource> | undefined
}
