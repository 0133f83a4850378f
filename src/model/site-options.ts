/** The forms in which a planet can be written: see docs/feeds.md. */
export type OutputFormat = 'html' | 'atom' | 'rss' | 'json' | 'opml' | 'foaf' | 'rss10'

/** A further name of an output, at the root of the site: mostly the name that an old planet used. */
export type OutputAlias = { path: string; format: OutputFormat }

/** What pages show: `show:` of feeds.yaml. */
export type ShowOptions = {
  /** Most days and entries on the front page; 0: no limit. */
  days: number
  entries: number
  /** Greatest part of the places on the front page and in the feeds that one feed may take. */
  share?: number | undefined
  /** Whether entries are grouped by day and blog, or follow one another. */
  group: 'day' | 'none'
  /** How much of an entry is on the front page and on pages of blogs and tags; pages of days have all. */
  content: 'full' | 'summary' | 'title'
  /** How many entries are whole on the page of a blog or tag; the others have their first words. */
  blogFull: number
  /** Words after which an entry of the front page ends with "Read on"; 0: entries are whole. */
  fold: number
  /**
   * Where the by-line of an entry is: under its title; at its end; under its title and, if the entry is over a screen long, also at its
   * end.
   */
  byline: 'top' | 'end' | 'both'
  /** Whether code is colored. */
  highlight: boolean
  /** Title of an entry in feeds of several blogs, with `{title}`, `{blog}` and `{author}` in it. */
  feedTitle?: string | undefined
  /** strftime formats of day headings and by-lines. */
  date: string
  time: string
  /** The parts beside the entries of the front page, in this order. */
  sidebar: ('outline' | 'feeds' | 'tags' | 'archive' | 'subscribe')[]
}

/** Which pages of the archive there are, and for how long. */
export type ArchiveOptions = {
  /** Older entries are on no page and in no feed. `undefined`: entries stay for ever. */
  keepMs?: number | undefined
  /** "day" is always among them. */
  pages: ('day' | 'month' | 'year')[]
  /** Whether tags and blogs have pages, and feeds beside them. */
  tags: boolean | 'auto'
  authors: boolean
  /** Whether there is a page of statistics. */
  stats?: boolean | undefined
  /** With `auto`: categories that so many blogs use are tags, too. */
  tagMin: number
  /** Whether each language has a page and a feed, where there are several. */
  languages: boolean
  /** Whether there is a page of what most blogs link to, and over what time. */
  links: 'none' | 'week' | 'month'
}

/** How the site looks. Paths count from the planet's root. */
export type ThemeOptions = {
  /** The built-in theme on which the theme builds; absent: `planet`. */
  base?: 'planet' | 'classic' | undefined
  dir?: string | undefined
  logo?: string | undefined
  /** "#7a1fa2" */
  color?: string | undefined
  /** Links in the header, after our own. */
  links: { text: string; url: string }[]
}

/** Whether a digest has an entry for each day, or for each week. */
export type DigestKind = 'daily' | 'weekly'

/** Pictures in entries: shown from their own servers, from our copies, or not at all. */
export type ImageMode = 'remote' | 'cache' | 'strip'

/** Further options on pictures in feeds.yaml, beside the mode. */
export type PictureOptions = {
  /** Most bytes of all copies together. */
  maxTotalBytes: number
  /** Whether pages say how large remote pictures are. */
  sizes: boolean
}
