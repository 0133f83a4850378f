/** What a planet can be written as: see docs/feeds.md. */
export type OutputFormat = 'html' | 'atom' | 'rss' | 'json' | 'opml' | 'foaf' | 'rss10'

/** A further name of an output, at the root of the site: what an old planet called it. */
export type OutputAlias = { path: string; format: OutputFormat }

/** What the pages show, as `show:` of feeds.yaml says. */
export type ShowOptions = {
  /** Most days and entries on the front page; 0: no limit. */
  days: number
  entries: number
  /** Part of the places on the front page and in the feeds that one feed may take. */
  share?: number | undefined
  /** By day and blog, or one after the other. */
  group: 'day' | 'none'
  /** How much of an entry stands on the front page and on those of blogs and tags; days have all. */
  content: 'full' | 'summary' | 'title'
  /** Entries that stand whole on the page of a blog or tag; of the others, the first words. */
  blogFull: number
  /** Words after which an entry of the front page ends with "Read on"; 0: it stands there whole. */
  fold: number
  /** Where the by-line of an entry stands: under its title; at its end; there, and at the end of one that is over a screen long. */
  byline: 'top' | 'end' | 'both'
  /** Whether code is in color. */
  highlight: boolean
  /** Title of an entry in feeds of several blogs, with `{title}`, `{blog}` and `{author}` in it. */
  feedTitle?: string | undefined
  /** strftime formats of day headings and by-lines. */
  date: string
  time: string
  /** What stands beside the entries of the front page, in this order. */
  sidebar: ('outline' | 'feeds' | 'tags' | 'archive' | 'subscribe')[]
}

/** Which pages of the past there are. */
export type ArchiveOptions = {
  /** Entries that are older are on no page and in no feed. `undefined`: all are, for ever. */
  keepMs?: number | undefined
  /** "day" is always among them. */
  pages: ('day' | 'month' | 'year')[]
  /** Whether tags and blogs have pages, and feeds beside them. */
  tags: boolean | 'auto'
  authors: boolean
  /** Whether there is a page of numbers. */
  stats?: boolean | undefined
  /** With `auto`: a category that so many blogs use is a tag, too. */
  tagMin: number
  /** Whether each language has a page and a feed, where there are several. */
  languages: boolean
  /** Whether there is a page of what the most blogs link to, and over what time. */
  links: 'none' | 'week' | 'month'
}

/** How the site looks. Paths count from the planet's root. */
export type ThemeOptions = {
  /** The built-in theme that it begins with; absent: `planet`. */
  base?: 'planet' | 'classic' | undefined
  dir?: string | undefined
  logo?: string | undefined
  /** "#7a1fa2" */
  color?: string | undefined
  /** Header navigation, after our own. */
  links: { text: string; url: string }[]
}

/** What a digest has an entry for: each day, or each week. */
export type DigestKind = 'daily' | 'weekly'

/** Pictures in entries: from where they are, from our copies of them, or not at all. */
export type ImageMode = 'remote' | 'cache' | 'strip'

/** What `images:` of feeds.yaml says beside the mode. */
export type PictureOptions = {
  /** Bytes of all copies. */
  maxTotalBytes: number
  /** Whether pages say how large remote pictures are. */
  sizes: boolean
}
