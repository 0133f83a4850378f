import type { FeedProblem } from './feed-problem.ts'

/** The body of an answer and what decides how it is read. */
export type ReadInput = {
  body: Uint8Array
  contentType: string | undefined
  /** The final URL: the base of relative links where no xml:base says otherwise. */
  baseUrl: string
}

/** The result of reading a body. */
export type ReadResult =
  | {
      kind: 'read'
      feed: ParsedFeed
      /** For each entry a hash of all that its summary and content were made from; `undefined` where they must be made each time. */
      sources: Hashes
      /** For each entry a hash of its whole element; only where known elements were given. */
      elements: Hashes
      /** The document was cut off, in the middle of the entry at that index, or outside any entry. */
      cut: { entry: number | undefined } | undefined
    }
  | {
      kind: 'unreadable'
      problem: FeedProblem
      /** The feeds that the body, a web page, announces. */
      announced?: AnnouncedFeed[]
      /** The address to which the body, a web page, redirects browsers. */
      sendsTo?: string | undefined
    }

type Hashes = (string | undefined)[]

/** A feed that a web page names in its head: `link rel=alternate` with the type of a feed. */
export type AnnouncedFeed = {
  /** Absolute. */
  url: string
  title: string | undefined
  /** True of a feed of comments, not of posts. */
  isComments: boolean
}

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
  /** When the feed wants to be asked. */
  schedule: FeedSchedule | undefined
}

/** RSS 2.0 `ttl`, `skipHours`, `skipDays`; `sy:updatePeriod` and `sy:updateFrequency` of RSS 1.0's Syndication module. */
export type FeedSchedule = {
  /** Milliseconds between two requests. */
  interval: number | undefined
  /** In UTC: 0 to 23, and 0 (Sunday) to 6. */
  skipHours: number[]
  skipDays: number[]
}

/** One entry as one version of a feed has it. Atom's entry; RSS `item`; JSON `items[]`. */
export type ParsedEntry = {
  /** Verbatim, trimmed, opaque. Atom `id`; RSS `guid`; RSS 1.0 `rdf:about`; JSON `id`. */
  id: string | undefined
  /** The permalink. Atom `link rel=alternate`, else an `id` that is an address; RSS `link`, else a `guid` that is a permalink; JSON `url`. */
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

/** An entry's texts: those fields of sanitised HTML that may be long. */
export type EntryTexts = Pick<ParsedEntry, 'summaryHtml' | 'contentHtml'>

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
  /** True of another form of a file, or another size of a picture, that the entry has as well: `media:group`, `media:content`. */
  isVersion?: true
  /** True of one of several pictures that are shown together. */
  isPhoto?: true
  /** What a picture shows, in words: its `media:description`. */
  alt?: string
}

/** Where an entry was taken from, when the feed is itself an aggregate. Atom `source`; RSS `source`. */
export type EntryOrigin = { id: string | undefined; title: string | undefined; link: string | undefined }

/** RFC 6721, section 3: `ref`, verbatim, and `when`. */
export type DeletedEntry = { id: string; at: Date | undefined }
