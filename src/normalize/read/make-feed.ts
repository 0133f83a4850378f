import type { ParsedFeed } from '../../model.ts'
import type { Warn } from './collect-warnings.ts'
import { type Context, enterElement } from './enter-element.ts'
import type { FoundFeed } from './find-feed.ts'
import { makeAbout } from './make-about.ts'
import { makeEntry } from './make-entry.ts'

/** Entries of one version of a feed that are read. */
export const maxEntries = 5_000

/** Make a feed of what was found in its tree. */
export function makeFeed(found: FoundFeed, baseUrl: string, warn: Warn): Omit<ParsedFeed, 'warnings'> {
  const outer: Context = enterElement(found.root, { base: baseUrl, language: undefined })
  const context = found.channel === found.root ? outer : enterElement(found.channel, outer)
  const about = makeAbout(found, context, warn)
  // RSS says its language in an element: what holds for the entries, unless one is nearer.
  const feed = { ...context, language: about.language, authors: about.authors }
  return {
    format: found.format,
    about,
    entries: limitEntries(found.entries, warn).map((element) => makeEntry(element, feed, warn)),
  }
}

/** The first entries of a feed, with a warning that counts the rest. */
export function limitEntries<T>(entries: readonly T[], warn: Warn): readonly T[] {
  const rest = entries.length - maxEntries
  if (rest <= 0) return entries
  warn('TOO_MANY_ENTRIES', `has ${entries.length} entries; the first ${maxEntries} were read, ${rest} left out`)
  return entries.slice(0, maxEntries)
}
