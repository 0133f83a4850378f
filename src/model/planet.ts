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

/** All that a page or a feed shows beside its entries. */
export type Planet = {
  title: string
  /** Where it is published, with a slash at its end. */
  url: string
  /** Of its main feed, for ever: a planet that moved here keeps the one that it had. */
  id: string
  description: string | undefined
  /** What is written beside `status.json`. */
  outputs: OutputFormat[]
  aliases: OutputAlias[]
  /** The hub that is told of news (W3C WebSub). */
  websub: string | undefined
  /** BCP 47 language of the site's own words and dates. */
  language: string
  /** IANA name: decides where a day starts, and every time shown. */
  timezone: string
  owner: { name?: string | undefined; email?: string | undefined; url?: string | undefined } | undefined
  show: ShowOptions
  archive: ArchiveOptions
  /** Whether search engines may list it. */
  robots: 'index' | 'noindex'
  /** Pictures in entries. */
  images: ImageMode
  theme: ThemeOptions
  /** Whether /search/ looks through what was written. */
  search?: boolean | undefined
  /** Feeds with an entry for each day or week that is over. */
  digest?: DigestKind[] | undefined
  /** Titles of tags; a tag without one is called as it is. */
  tags: Record<string, string>
  /** Everyone whose entries may stand on a page, in the order of feeds.yaml; those no longer listed come last. */
  subscriptions: Subscription[]
  /** The newest change of any entry: "Last updated". */
  updated: Date | undefined
  /** Of the software. */
  version: string
}

/** Which blog is asked how: what the sidebar, the OPML and the feeds say of a subscription. */
export type Subscription = {
  source: FeedSource
  /** The feed's address, for all that is published; `undefined` where readers must not know it. */
  publicUrl: string | undefined
  /** Names its pages, for ever; `undefined` until the feed was asked or the operator named it. */
  slug: string | undefined
  /** `source.name`, else the feed's title, else its host. */
  name: string
  /** Its home page; `undefined` until the feed has told us. */
  site: string | undefined
  about: FeedAbout | undefined
  /** The id that it says of itself, where no other feed has a claim to it. */
  feedId?: string | undefined
  /** False where feeds.yaml no longer lists it; its entries stay. */
  active: boolean
  state: SubscriptionState
  /** P-34: how readers are told of it, which changes with time alone. */
  standing: 'active' | 'quiet' | 'unreachable'
  /** When we first saw it: from then on there is something to say of it. */
  firstReadAt: Date | undefined
  /** Positions of its oldest and newest entry; `undefined` where it has none. */
  span: EntrySpan | undefined
}

/** What readers are told of a feed. A server that asks to wait, and a move, are the operator's alone. */
export type SubscriptionState =
  /** Not read so far. */
  | { kind: 'new' }
  | { kind: 'fine' }
  | { kind: 'quiet'; since: Date }
  | { kind: 'failing'; since: Date; problem: PublicProblem }
  | { kind: 'gone'; since: Date }
  | { kind: 'quarantined'; since: Date }
  | { kind: 'paused' }

/** All that the public learns of a failure: nothing that tells about the network that the planet stands in. */
export type PublicProblem = 'UNREACHABLE' | 'SERVER_ERROR' | 'NO_FEED'

/** From when to when there are entries of a feed. */
export type EntrySpan = { first: Date; last: Date }
