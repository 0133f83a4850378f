import type { ParsedFeed } from '../../../model.ts'
import type { Warn } from '../collect-warnings.ts'
import { limitEntries } from '../limit-entries.ts'
import { type Context, enterElement } from '../xml/enter-element.ts'
import type { FoundFeed } from '../xml/find-feed.ts'
import { findCovers } from './find-covers.ts'
import { isPublic } from './is-public.ts'
import { makeAbout } from './make-about.ts'
import { makeDeleted } from './make-deleted.ts'
import { type KnownTexts, type MadeEntry, makeEntry } from './make-entry.ts'
import { openKnownElements } from './open-known-elements.ts'

/** A feed without its warnings, which are added at the end. `isCut`: the document ended before the feed did. */
export type MadeFeed = Omit<ParsedFeed, 'entries' | 'warnings'> & { entries: MadeEntry[]; isCut?: true }

/** Make a feed of what was found in its tree. */
export function makeFeed(found: FoundFeed, baseUrl: string, known: KnownTexts, warn: Warn): MadeFeed {
  const outer: Context = enterElement(found.root, { base: baseUrl, language: undefined })
  const context = found.channel === found.root ? outer : enterElement(found.channel, outer)
  const about = makeAbout(found, context, warn)
  // RSS gives its language in an element: it holds for the entries, unless they have a nearer one.
  const covers = new Set([...findCovers(found.fields, context), ...(about.image === undefined ? [] : [about.image])])
  const feed = {
    ...context,
    language: about.language,
    authors: about.authors,
    site: about.link,
    covers,
    known: known.sources,
  }
  const make = known.elements === undefined ? makeEntry : openKnownElements(feed, known.elements)
  return {
    format: found.format,
    about,
    entries: limitEntries(found.entries.filter(isPublic), warn).map((element) => make(element, feed, warn)),
    deleted: makeDeleted(found.fields, feed, warn),
  }
}
