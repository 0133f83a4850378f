import type {
  ArchiveOptions,
  DigestKind,
  ImageMode,
  OutputAlias,
  OutputFormat,
  PictureOptions,
  ShowOptions,
  ThemeOptions,
} from './site-model.ts'

/**
 * The data that flows through the pipeline, in the order in which it is made:
 *
 *   FeedSource → FetchResult → ParsedFeed → EntryChange → Entry → Page → SiteFile
 *
 * Everything here is plain data: it can be logged, stored, compared, or sent to a worker thread.
 * Absent is `undefined`. A `Date` is an instant; HTML is always sanitised HTML with absolute links.
 */

export type {
  ArchiveOptions,
  DigestKind,
  ImageMode,
  OutputAlias,
  OutputFormat,
  PictureOptions,
  ShowOptions,
  ThemeOptions,
}

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

/** What is known of a reading list: its last good copy, and how asking it went. */
export type KeptList = {
  state: FeedState
  feeds: FeedSource[]
  /** Places of the lists that it includes. */
  lists: string[]
}

/** What becomes of a version that seems to be somebody else's: it waits for the operator, or only its mention does. */
export type TakeoverPolicy = 'hold' | 'tell' | 'ignore'

/** Which dates of a feed decide where its entries stand. */
export type DatePolicy = 'trust' | 'published' | 'first-seen'

/** What went wrong with one feed, for a person and for a program; each code has its row in docs/problems.md. */
export type FeedProblem = {
  code: ProblemCode
  /** One plain sentence without the feed's name: "answered 503", "certificate expired 2026-03-01". */
  message: string
}

export type ProblemCode =
  // No connection: these, and only these, count towards "our own network is down".
  | 'DNS'
  | 'CONNECT'
  | 'TLS'
  // The server answered, or fell silent.
  | 'TIMEOUT'
  | 'RESET'
  | 'PROTOCOL'
  | 'HTTP_STATUS'
  | 'GONE'
  | 'RATE_LIMITED'
  | 'BLOCKED'
  // What we refuse.
  | 'BAD_URL'
  | 'PRIVATE_ADDRESS'
  | 'REDIRECT'
  | 'TOO_LARGE'
  | 'ENCODING'
  // The answer is no feed that can be read.
  | 'EMPTY'
  | 'HTML'
  | 'NOT_A_FEED'
  | 'UNREADABLE'
  | 'READER_TIMEOUT'
  | 'READER_MEMORY'
  // It can be read, and seems to be somebody else's.
  | 'QUARANTINED'
  // A mistake of ours that the feed brought to light.
  | 'INTERNAL'

/** Opaque marks of one version of a resource, byte for byte as the server sent them (RFC 9110, section 8.8). */
export type Validators = {
  etag?: string | undefined
  lastModified?: string | undefined
  /** The final URL that sent them. They mean nothing to any other URL. */
  url: string
}

/** One redirect that was followed. */
export type Hop = { status: number; from: string; to: string }

/** A permanent redirect. */
export type Move = {
  to: string
  since: Date
  /** The new address is asked. Where it is not, because it is of another domain, the operator must decide. */
  isAdopted: boolean
}

/** What asking for one feed gave: exactly one of four things. */
export type FetchResult = FetchedFeed | UnchangedFeed | FailedFetch | WaitingFetch

/** A body, with the validators to send along next time. */
export type FetchedFeed = Answer & {
  kind: 'fetched'
  /** Decompressed, at most `fetch.maxBytes`. */
  body: Uint8Array
  /** The Content-Type header as sent. */
  contentType: string | undefined
}

/** 304: what is stored is still what the feed says. */
export type UnchangedFeed = Answer & { kind: 'unchanged' }

/** No body that could be read; `problem` says why. */
export type FailedFetch = {
  kind: 'failed'
  problem: FeedProblem
  hops: Hop[]
  /** HTTP status of the last answer, where there was one. */
  status: number | undefined
  /** Retry-After as an instant (RFC 9110, section 10.2.3). */
  retryAfter: Date | undefined
}

/** Nothing was asked: the host wants to be left alone until then. */
type WaitingFetch = { kind: 'waiting'; until: Date }

type Answer = {
  status: number
  /** Milliseconds for which the answer is good (RFC 9111, section 4.2). */
  freshForMs: number | undefined
  /** Where the answer came from, after redirects. */
  finalUrl: string
  hops: Hop[]
  validators: Validators
}

/** The entries that a version of a feed carried: how many, and when the first and the last of them were first seen. */
export type LastWindow = { entries: number; first: Date; last: Date }

/** A person as a feed names one. A name is never an e-mail address. */
export type Person = {
  /** Atom `name`; RSS the name in `author`, `dc:creator`; JSON `name`. */
  name: string | undefined
  /** Atom `uri`; JSON `url`. */
  url: string | undefined
  /** Atom `email`; RSS the address in `author`. Never shown. */
  email: string | undefined
}

/** Atom `link`; other formats' addresses are given the fitting `rel`. */
export type Link = { rel: string; href: string; type: string | undefined }

/** Atom `category`; RSS `category` (text is the term, `domain` the scheme), `dc:subject`; JSON `tags`. */
export type Category = { term: string; scheme: string | undefined; label: string | undefined }

/** A file that belongs to an entry. Atom `link rel=enclosure`; RSS `enclosure`, `media:content`; JSON `attachments`. */
export type Enclosure = {
  url: string
  type: string | undefined
  /** Bytes, as the feed claims. */
  length: number | undefined
  /** It is another form of a file, or another size of a picture, that stands beside it: `media:group`, `media:content`. */
  isVersion?: true
  /** It is one of several pictures that are shown together. */
  isPhoto?: true
  /** What a picture shows, in words: its `media:description`. */
  alt?: string
}

/** What a feed says about itself. */
export type FeedAbout = {
  /** Atom `id`; RSS 1.0 `rdf:about`. */
  id: string | undefined
  /** Plain text. Atom, RSS, JSON `title`. */
  title: string | undefined
  /** Plain text. Atom `subtitle`, 0.3 `tagline`; RSS, JSON `description`. */
  subtitle: string | undefined
  /** The blog's home page. Atom `link rel=alternate`; RSS `link`; JSON `home_page_url`. */
  link: string | undefined
  /** Atom and RSS `atom:link rel=self`; JSON `feed_url`. */
  feedUrl: string | undefined
  /** Normalised BCP 47. Atom `xml:lang`; RSS `language`, `dc:language`; JSON `language`. */
  language: string | undefined
  /** Atom `updated`, 0.3 `modified`; RSS `lastBuildDate`, else `pubDate`, `dc:date`. */
  updated: Date | undefined
  /** Atom `author`; RSS `managingEditor`, `dc:creator`, `itunes:author`; JSON `authors`. */
  authors: Person[]
  /** Atom `logo`, else `icon`; RSS `image/url`, `itunes:image`; JSON `icon`, else `favicon`. */
  image: string | undefined
  /** Plain text. Atom `rights`, 0.3 `copyright`; RSS `copyright`, `dc:rights`. */
  rights: string | undefined
  /** Address of the licence. Atom `link rel=license` (RFC 4946); RSS `creativeCommons:license`, `cc:license`. */
  license?: string | undefined
  /** Plain text. Atom, RSS `generator`. */
  generator: string | undefined
  /** When it wants to be asked. */
  schedule: FeedSchedule | undefined
}

/** RSS 2.0 `ttl`, `skipHours`, `skipDays`; `sy:updatePeriod` and `sy:updateFrequency` of RSS 1.0's Syndication module. */
export type FeedSchedule = {
  /** Milliseconds between two requests. */
  interval: number | undefined
  /** Of Greenwich: 0 to 23, and 0 (Sunday) to 6. */
  skipHours: number[]
  skipDays: number[]
}

/** Where an entry was taken from, when the feed is itself an aggregate. Atom `source`; RSS `source`. */
export type EntryOrigin = { id: string | undefined; title: string | undefined; link: string | undefined }

/** One entry as one version of a feed has it. Atom's entry; RSS `item`; JSON `items[]`. */
export type ParsedEntry = {
  /** Verbatim, trimmed, opaque. Atom `id`; RSS `guid`; RSS 1.0 `rdf:about`; JSON `id`. */
  id: string | undefined
  /** The permalink. Atom `link rel=alternate`; RSS `link`, else a `guid` that is a permalink; JSON `url`. */
  link: string | undefined
  /** Plain text of the title, for lists, anchors, comparisons. */
  title: string | undefined
  /** The title as inline HTML. Atom `title`; RSS `title`, `dc:title`; JSON `title`. */
  titleHtml: string | undefined
  /** Atom `summary`; RSS `description` where there is a fuller text; JSON `summary`. Absent where it repeats the content. */
  summaryHtml: string | undefined
  /** Atom `content`; RSS `content:encoded`, `xhtml:body`, else `description`; JSON `content_html`, else `content_text`. */
  contentHtml: string | undefined
  /** Atom `published`, 0.3 `issued`; RSS `pubDate`, `dc:date`; JSON `date_published`. A placeholder is no date. */
  published: Date | undefined
  /** Atom `updated`, 0.3 `modified`; RSS `atom:updated`, `dcterms:modified`; JSON `date_modified`. */
  updated: Date | undefined
  /** Atom `author`, else that of `source`, else the feed's; RSS `author`, `dc:creator`; JSON `authors`. */
  authors: Person[]
  /** Atom `contributor`; RSS `dc:contributor`. */
  contributors: Person[]
  /** All links, the permalink and enclosures among them. */
  links: Link[]
  source: EntryOrigin | undefined
  categories: Category[]
  /** Normalised BCP 47: the nearest `xml:lang`, `dc:language`, JSON `language`; else the feed's. */
  language: string | undefined
  enclosures: Enclosure[]
  /** A picture that the feed gives outside the text. `media:content`, `media:thumbnail`; image enclosures; JSON `image`, `banner_image`. */
  image: string | undefined
  /** RSS `comments`; Atom `link rel=replies`. */
  commentsUrl: string | undefined
  /** Plain text. Atom `rights`; RSS `dc:rights`. */
  rights: string | undefined
  /** SHA-256, hex, of title, content, summary as the feed wrote them, before the sanitiser. */
  sourceHash: string
}

/** What is looked at of an entry on its way to the store. */
export type EntryHead = Pick<
  ParsedEntry,
  'id' | 'link' | 'title' | 'published' | 'updated' | 'authors' | 'language' | 'sourceHash'
>

/** An entry on that way, written once, where it was made: its texts, which nobody looks at, as they are, and all else as JSON. */
export type EncodedEntry = EntryHead & EncodedTexts
type EncodedTexts = { head: Uint8Array; content: Uint8Array | undefined; summary: Uint8Array | undefined }

/** A whole feed, read. */
export type ParsedFeed = {
  format: 'atom' | 'rss' | 'rdf' | 'json'
  about: FeedAbout
  /** In the order of the feed; at most 5,000. */
  entries: ParsedEntry[]
  /** Entries that the feed says are deleted: `at:deleted-entry` (RFC 6721). */
  deleted: DeletedEntry[]
  /** "ILL_FORMED: the document ends in the middle of an element". */
  warnings: string[]
}

/** RFC 6721, section 3: `ref`, verbatim, and `when`. */
export type DeletedEntry = { id: string; at: Date | undefined }

/**
 * What reading a body gave. A web page may announce where its feeds are, or send browsers on (`sendsTo`). `sources`: for each entry a hash of all that its summary and
 * content were made from; `undefined` where they are to be made each time. `elements`: the same of the whole entry, where what is known of
 * elements was given. `cut`: the document ended before its end, in the middle of the entry at that place or of none.
 */
export type ReadResult =
  | {
      kind: 'read'
      feed: ParsedFeed
      sources: Hashes
      elements: Hashes
      cut: { entry: number | undefined } | undefined
    }
  | { kind: 'unreadable'; problem: FeedProblem; announced?: AnnouncedFeed[]; sendsTo?: string | undefined }

type Hashes = (string | undefined)[]

/** A feed that a web page names in its head: `link rel=alternate` with the type of a feed. */
export type AnnouncedFeed = {
  /** Absolute. */
  url: string
  title: string | undefined
  /** One of comments, not of posts. */
  isComments: boolean
}

/** The body of an answer and what decides how it is read. */
export type ReadInput = {
  body: Uint8Array
  contentType: string | undefined
  /** The final URL: the base of relative links where no xml:base says otherwise. */
  baseUrl: string
}

/** An entry's texts: all of it that is sanitised HTML and may be long. */
export type EntryTexts = Pick<ParsedEntry, 'summaryHtml' | 'contentHtml'>

/** Why an entry stands on its dated pages only, and not on the front page or in the feeds. */
export type OffFrontReason = 'first' | 'per_day' | 'max_age'

/**
 * Why an entry stands nowhere: it is dated in the future; it was taken down by the operator, or by its own feed; it may
 * come back, and its text has not come yet; or it came while its feed seemed to be somebody else's.
 */
export type OffSiteReason = 'not_due' | 'purged' | 'deleted' | 'awaited' | 'quarantined' | 'filtered' | 'plugin'

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

/** A stored entry, whole: what a page or a feed shows. What its feed has called it is shown nowhere. */
export type Entry = ParsedEntry &
  Omit<EntryRecord, 'ids'> & {
    alsoIn: string[]
    /** The store's own number of it, as they came; see `EntryQueries.numbered`. */
    number?: number | undefined
  }

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
  newFeed: boolean
  /** No build has ever been finished with this store. */
  firstBuild: boolean
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

/** What the store keeps about asking one feed; of one that was never asked, nothing. */
export type FeedState = {
  /** When it was last asked, and the HTTP status of what came back, if anything did. */
  asked: { at: Date; status: number | undefined } | undefined
  answer: FeedAnswer | undefined
  waiting: Waiting | undefined
  failure: Failure | undefined
  moved: Move | undefined
  /** It answered 410: it is not asked again. */
  gone: { since: Date } | undefined
  /** The operator wants it asked at the next build, as if it had never failed. */
  retried: { since: Date } | undefined
  /** Its last version may be somebody else's. */
  quarantined: Quarantine | undefined
  about: FeedAbout | undefined
  intake: Intake | undefined
}

/** The last answer that was read and stored, or that said that nothing changed. */
type FeedAnswer = {
  at: Date
  /** When there was one for the first time. */
  firstAt: Date
  /** `undefined` where it is to be asked for all that it has, once. */
  validators: Validators | undefined
  /** SHA-256, hex, of the last body that was read, and of the reader's version. */
  bodyHash: string | undefined
  /** The version of the reader that read it; absent of one that did not say so yet. */
  reader?: number
  /** How often in a row the whole body came again though we sent the validators that it came with. */
  sameBodies: number
  /** When it had entries last; absent where that was then. */
  fullAt?: Date
  /** Not to be asked before, as the answer says (max-age, Expires). */
  freshUntil: Date | undefined
}

/** Its server wants to be left alone for a while. */
export type Waiting = {
  /** When it said so first, with no answer since. */
  since: Date
  until: Date
  /** Who named the time: a server's Retry-After holds even when the operator asks for everything. */
  says: 'server' | 'planet'
  /** It speaks for its whole host: none of its feeds is asked (429). */
  isHost: boolean
  problem: FeedProblem
}

/** It could not be had, the last time that it was asked and perhaps often before. */
type Failure = {
  since: Date
  problem: FeedProblem
  /** Failures in a row. */
  count: number
  /** How often the operator was told. */
  alerts: number
}

/** What a feed has brought within a day, which `perDay`, `maxNew` and `maxTextBytes` bound. */
export type Intake = {
  /** When the day began. */
  since: Date
  /** New entries that were stored, and how many of them were let to the front. */
  entries: number
  shown: number
  /** Bytes by which they and edits made the store larger. */
  bytes: number
  /** There was more than may be stored in a day: it is asked for again. */
  isFull: boolean
}

/** What a feed has brought since it seems to be somebody else's. */
export type Quarantine = {
  since: Date
  /** What speaks for it, as clauses: "it is called “X”, no longer “Y”; nothing in it is known". */
  message: string
  /** How many entries wait, and the titles of the first few. */
  waiting: number
  titles: string[]
  /** How often the operator was told. */
  alerts: number
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

/** From when to when there are entries of a feed. */
export type EntrySpan = { first: Date; last: Date }

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

/** A day in the planet's time zone: "2019-04-03". */
export type Day = string
/** A month in the planet's time zone: "2019-04". */
export type Month = string
/** A year in the planet's time zone: "2019". */
export type Year = string

/** An entry that was shown and is gone: readers of our feeds are told (RFC 6721). */
export type Removed = { publishedId: string; at: Date }

/** An entry in a list; where it has no title, `start` is how its HTML begins, cut off anywhere. */
export type EntryTitle = Titled & { start?: string | undefined }
type Titled = Pick<Entry, 'feed' | 'publishedId' | 'link' | 'title' | 'language' | 'position' | 'authors'>

/** What is known of a picture of entries, in pixels as it is looked at, and the widths of our copies; none: it is only measured. `moves`: of several pictures that follow one another we have the first. */
export type KnownPicture = { width: number; height: number; hash: string | undefined; widths: number[]; moves: boolean }

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

/** A page before it is text. Entries come newest first. */
export type Page =
  | { kind: 'front'; entries: Entry[]; older: Day | undefined; topics?: PageTopics | undefined }
  /** `written`: the days of its month that have entries, up to the next after it: later ones leave its page as it is. */
  | { kind: 'day'; day: Day; entries: Entry[]; written: Day[]; older: Day | undefined; newer: Day | undefined }
  | { kind: 'month'; month: Month; entries: EntryTitle[]; older: Month | undefined; newer: Month | undefined }
  | {
      kind: 'year'
      year: Year
      months: MonthTitles[]
      counts: DayCounts
      older: Year | undefined
      newer: Year | undefined
    }
  /** "2026-W48" (ISO 8601): from a Monday to a Sunday. */
  | { kind: 'week'; week: string; first: Day; last: Day; entries: Entry[] }
  /** The days counted are those of the newest year. */
  | { kind: 'archive'; months: Month[]; counts: DayCounts; topics?: PageTopics | undefined }
  /** The newest. */
  | { kind: 'titles'; entries: EntryTitle[] }
  /** `postCounts`: of the twelve months that end with that of its last entry, oldest first. `newest`: what its feed holds. */
  | {
      kind: 'blog'
      subscription: Subscription
      slug: string
      entries: Entry[]
      newest: Entry[]
      more: Month[]
      postCounts: number[]
    }
  /** `name`: what a category is called that has become a tag. */
  | { kind: 'tag'; tag: string; name?: string | undefined; feeds: string[]; entries: Entry[]; more: Month[] }
  | { kind: 'language'; language: string; feeds: string[]; entries: Entry[]; more: Month[] }
  /** How many entries each feed had in each of some months, oldest first. */
  | { kind: 'blogs'; order: 'name' | 'last'; months: Month[]; postCounts: Map<string, number[]> }
  | { kind: 'links'; span: 'week' | 'month'; links: PopularLink[] }
  /** Counts of twelve months: by month and feed, weekday (0 is Sunday), hour, language ('' where none is said). */
  | {
      kind: 'stats'
      months: Month[]
      postCounts: Map<string, number[]>
      weekdays: number[]
      hours: number[]
      languages: Map<string, number>
    }
  | { kind: 'about'; text: string | undefined }
  | { kind: 'subscribe'; topics?: PageTopics | undefined }
  | { kind: 'search' }
  | { kind: 'notFound' }

/** How many entries a day has; days without any are left out. */
export type DayCounts = ReadonlyMap<Day, number>

/** Which topics entries are filed under. */
export type TopicKinds = { tags: boolean; languages: boolean }

/** A category ("tag:python", called "Python") or a language ("lang:de"), and how many feeds have it. */
export type Topic = { topic: string; name: string; feeds: number }

/** Categories and languages that have pages. */
export type PageTopics = { tags: { tag: string; name: string }[]; languages: string[] }

/** What several blogs link to: what they call it, how many they are, and the newest entries that do. */
export type PopularLink = { url: string; title: string | undefined; blogs: number; entries: EntryTitle[] }

/** The newest entries of a month; `isWhole` where these are all. */
type MonthTitles = { month: Month; entries: EntryTitle[]; isWhole: boolean }

/** What the search knows of an entry. */
export type SearchRecord = {
  /** From the root of the site. */
  url: string
  /** Plain text. */
  content: string
  language: string
  /** What is shown of it. */
  meta: Record<string, string>
  filters: Record<string, string[]>
  sort: Record<string, string>
}

/** One file of the site. */
export type SiteFile = {
  /** Relative, with "/": "2019/04/03/index.html". */
  path: string
  bytes: string | Uint8Array
}

/** The same of one that is large, as what stands there one behind the other: whole, it is nowhere but in the memory of who writes it. */
export type PartedFile = { path: string; parts: readonly (string | Uint8Array)[] }

/** How many entries are hidden by rules, and how many are hidden no longer. */
export type Filtered = { hidden: number; back: number }
