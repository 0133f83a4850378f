import type { Category, Enclosure, Link, Person, Planet, Removed } from '../../model.ts'
import type { Translate } from '../messages/open-messages.ts'

/** One feed that the planet publishes, independent of format: each format writes the same values in its own elements. */
export type FeedDocument = {
  planet: Planet
  /** The site's own words, in its language. */
  translate: Translate
  /** Names the feed for ever, whatever its address (RFC 4287, section 4.2.6). */
  id: string
  title: string
  subtitle: string | undefined
  /** The page that shows the same. */
  page: string
  /** The newest change of the feed's entries; never the time of a build. */
  updated: Date
  /** Links to the neighbouring documents (RFC 5005). */
  links: Link[]
  /** True for an archive document: all of its entries are whole, and they stay as they are (RFC 5005, section 4). */
  isArchive: boolean
  /** Newest first; each id once. */
  entries: FeedEntry[]
  /** Entries that were withdrawn, which readers should forget (RFC 6721). */
  removed: Removed[]
}

/** An entry as our feeds publish it: a substitute stands for each missing value, and every value is valid. */
export type FeedEntry = {
  /** An absolute IRI; never changes. */
  id: string
  /** BCP 47; never guessed. */
  language: string | undefined
  /** Plain text. */
  title: string | undefined
  /** Set where the title has markup that the plain text lacks, or where the plain text looks like markup. */
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

/** The feed that an entry was taken from: enough to recognise that feed (RFC 4287, section 4.2.11). */
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
