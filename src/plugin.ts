/**
 * What plug-ins get and give back: types of Planet on which others may build. This file is published as it is (`import type { Plugin } from
 * 'planet-feeds'`), so it imports nothing.
 */

/** A person as a feed names one. */
export type PluginPerson = { name?: string | undefined; url?: string | undefined; email?: string | undefined }

/** A category; given back, a text stands for one with that term. */
export type PluginCategory = { term: string; scheme?: string | undefined; label?: string | undefined }

/** A file that belongs to an entry. `length` is bytes. */
export type PluginEnclosure = { url: string; type?: string | undefined; length?: number | undefined }

/**
 * One entry. HTML is sanitised, links are absolute. In modules `published` and `updated` are dates, for programs texts of RFC 3339.
 *
 * Changes of read-only fields are ignored: a plug-in does not decide which entry this is, nor its place in time.
 */
export type PluginEntry = {
  /** Address of the feed, as feeds.yaml has it. */
  readonly feed: string
  readonly id?: string | undefined
  readonly published?: Date | undefined
  readonly updated?: Date | undefined
  /** Plain text. Where it alone is changed, `titleHtml` follows. */
  title?: string | undefined
  /** Inline HTML. Where it alone is changed, `title` follows. */
  titleHtml?: string | undefined
  summaryHtml?: string | undefined
  contentHtml?: string | undefined
  link?: string | undefined
  authors?: PluginPerson[] | undefined
  contributors?: PluginPerson[] | undefined
  categories?: (PluginCategory | string)[] | undefined
  /** BCP 47. */
  language?: string | undefined
  enclosures?: PluginEnclosure[] | undefined
  /** A picture that stands before the text, where that has none. */
  image?: string | undefined
  commentsUrl?: string | undefined
  rights?: string | undefined
}

/** What a plug-in gives back: an entry as it is to be shown, or nothing to hide it. */
type Given = PluginEntry | null | undefined

/** The default export of a plug-in. */
export type Plugin = (entry: PluginEntry) => Given | Promise<Given>
