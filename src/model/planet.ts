import type { FeedSource } from './feed-source.ts'
import type { FeedAbout } from './parsed-feed.ts'
import type {
  ArchiveOptions,
  DigestKind,
  ImageMode,
  OutputAlias,
  OutputFormat,
  ShowOptions,
  ThemeOptions,
} from './site-options.ts'

/** The data that pages and feeds show beside entries. */
export type Planet = {
  title: string
  /** The address at which the planet is published, with a final slash. */
  url: string
  /** The id of the planet's main feed, for ever: a planet that was migrated to this software keeps its old one. */
  id: string
  description: string | undefined
  /** The outputs that are written, beside `status.json`. */
  outputs: OutputFormat[]
  aliases: OutputAlias[]
  /** The hub that is told of news (W3C WebSub). */
  websub: string | undefined
  /** BCP 47 language of the site's own words and dates. */
  language: string
  /** IANA name: decides when a day starts, and every time shown. */
  timezone: string
  owner: { name?: string | undefined; email?: string | undefined; url?: string | undefined } | undefined
  show: ShowOptions
  archive: ArchiveOptions
  /** Whether search engines may list the planet. */
  robots: 'index' | 'noindex'
  /** Pictures in entries. */
  images: ImageMode
  theme: ThemeOptions
  /** Whether there is a search, at /search/. */
  search?: boolean | undefined
  /** Feeds with an entry for each day or week that is over. */
  digest?: DigestKind[] | undefined
  /** Titles of tags; a tag without a title is shown as it is. */
  tags: Record<string, string>
  /** Every feed whose entries may be on a page, in the order of feeds.yaml; those no longer listed come last. */
  subscriptions: Subscription[]
  /** The newest change of any entry: "Last updated". */
  updated: Date | undefined
  /** The version of the software. */
  version: string
}

/** A subscription as the sidebar, the OPML and the feeds show it. */
export type Subscription = {
  source: FeedSource
  /** The feed's address, for all that is published; `undefined` where readers must not know it. */
  publicUrl: string | undefined
  /** Part of the paths of its pages, for ever; `undefined` until the feed was asked or the operator named it. */
  slug: string | undefined
  /** `source.name`, else the feed's title, else its host. */
  name: string
  /** The blog's home page; `undefined` until feeds.yaml or the feed names it. */
  site: string | undefined
  about: FeedAbout | undefined
  /** The id that the feed gives itself, where no other feed has a claim to it. */
  feedId?: string | undefined
  /** False where feeds.yaml no longer lists it; its entries stay. */
  active: boolean
  state: SubscriptionState
  /** P-34: the list in which readers see the blog; it may change as time passes, without an answer. */
  standing: 'active' | 'quiet' | 'unreachable'
  /** When the feed was first read; before that, nothing is known of it. */
  firstReadAt: Date | undefined
  /** Positions of the feed's oldest and newest entry; `undefined` where it has none. */
  span: EntrySpan | undefined
}

/** What readers are told of a feed. Only the operator is told of a server that asks us to wait, and of a move. */
export type SubscriptionState =
  /** Not read so far. */
  | { kind: 'new' }
  | { kind: 'fine' }
  | { kind: 'quiet'; since: Date }
  | { kind: 'failing'; since: Date; problem: PublicProblem }
  | { kind: 'gone'; since: Date }
  | { kind: 'quarantined'; since: Date }
  | { kind: 'paused' }

/** All that the public learns of a failure: nothing that reveals the planet's own network. */
export type PublicProblem = 'UNREACHABLE' | 'SERVER_ERROR' | 'NO_FEED'

/** The positions of a feed's oldest and newest entry. */
export type EntrySpan = { first: Date; last: Date }
