import type { Category, Enclosure, Link, Person, Planet, Removed } from '../../model.ts'
import type { Translate } from '../messages/open-messages.ts'

/** One feed that the planet gives, decided once: what every format writes of it, each in its own words. */
export type FeedDocument = {
  planet: Planet
  /** What the site says of its own, in its language. */
  translate: Translate
  /** Names the feed for ever, whatever its address (RFC 4287, section 4.2.6). */
  id: string
  title: string
  subtitle: string | undefined
  /** The page that shows the same. */
  page: string
  /** The newest change of what it holds; never the time of a build. */
  updated: Date
  /** How to get to the documents beside this one (RFC 5005). */
  links: Link[]
  /** True of a month: its entries stay as they are, all of them and whole (RFC 5005, section 4). */
  isArchive: boolean
  /** Newest first; each id once. */
  entries: FeedEntry[]
  /** What was taken back and should be forgotten (RFC 6721). */
  removed: Removed[]
}

/** An entry as our feeds give it: what is missing has what stands in for it, and every value is one that is allowed. */
export type FeedEntry = {
  /** An absolute IRI; never changes. */
  id: string
  /** BCP 47; never guessed. */
  language: string | undefined
  /** Plain text. */
  title: string | undefined
  /** Where the title has markup that the plain text lacks, or looks as if it had. */
  titleHtml: string | undefined
  /** The entry's own page, never ours. */
  link: string | undefined
  linkType: string | undefined
  /** Its place on our page of its day. */
  via: string
  replies: string | undefined
  license: string | undefined
  enclosures: Enclosure[]
  published: Date | undefined
  updated: Date
  /** At least one; every one has a name. */
  authors: (Person & { name: string })[]
  contributors: (Person & { name: string })[]
  categories: Category[]
  /** Plain text. */
  rights: string | undefined
  summaryHtml: string | undefined
  contentHtml: string | undefined
  source: FeedEntrySource
}

/** The feed that an entry was taken from, enough to know it again (RFC 4287, section 4.2.11). */
export type FeedEntrySource = {
  id: string
  title: string
  subtitle: string | undefined
  updated: Date
  /** Its address, where readers may know it. */
  feed: string | undefined
  site: string | undefined
  authors: (Person & { name: string })[]
  /** Plain text, the licence's address with it. */
  rights: string | undefined
  license: string | undefined
  icon: string | undefined
}
