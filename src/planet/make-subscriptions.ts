import type { EntrySpan, FeedAbout, FeedSource, Subscription } from '../model.ts'
import { findQuiet, type HealthFacts, makeFeedHealth } from '../schedule/make-feed-health.ts'
import type { StoredFeed } from '../store/store.ts'
import { foldText } from '../text/parse-pattern.ts'
import { findOwnIds } from './find-own-ids.ts'
import { findPublicUrl } from './find-public-url.ts'
import { makeStanding, makeSubscriptionState } from './make-subscription-state.ts'

/** What decides how a blog is shown to readers. */
export type Standings = Omit<HealthFacts, 'last'> & { spans: Map<string, EntrySpan>; defaults?: ShownDefaults }

/** Defaults for feeds that do not set these options. */
type ShownDefaults = Pick<FeedSource, 'content' | 'maxEntries' | 'authorForce' | 'face'>

/** The subscriptions as pages and feeds show them, in the order of feeds.yaml. */
export function makeSubscriptions(
  feeds: StoredFeed[],
  { spans, defaults = {}, ...standings }: Standings,
): Subscription[] {
  const spellings = new Map<string, string>()
  const ids = findOwnIds(feeds)
  return feeds.map(({ source: written, slug, active, state }) => {
    const source = spellTags(fillSource(written, defaults), spellings)
    const span = spans.get(source.url)
    const facts = { ...standings, last: span?.last }
    const health = makeFeedHealth(source, state, facts)
    const quiet = findQuiet(source, facts)
    return {
      source,
      publicUrl: findPublicUrl(source),
      slug,
      name: makeFeedName(source, state.about),
      site: source.site ?? state.about?.link,
      about: state.about,
      feedId: ids.get(source.url),
      active,
      state: makeSubscriptionState(health, quiet, state),
      standing: makeStanding(health, quiet, facts.now),
      firstReadAt: state.answer?.firstAt,
      span,
    }
  })
}

/** A feed with the defaults filled in for options that it does not set; where there are none, the very object: there may be ten thousand. */
export function fillSource(source: FeedSource, { content, maxEntries, authorForce, face }: ShownDefaults): FeedSource {
  if ((content ?? maxEntries ?? authorForce ?? face) === undefined) return source
  return {
    ...source,
    ...((source.content ?? content) ? { content: source.content ?? content } : {}),
    ...(source.maxEntries === undefined && maxEntries !== undefined ? { maxEntries } : {}),
    ...(source.face === undefined && face !== undefined ? { face } : {}),
    ...(source.authorForce === undefined && authorForce !== undefined ? { authorForce } : {}),
  }
}

/** Tags that differ only in case are one tag, in the spelling that comes first: not every file system can have two such folders. */
function spellTags(source: FeedSource, spellings: Map<string, string>): FeedSource {
  if (source.tags === undefined) return source
  const tags = source.tags.map((tag) => {
    const folded = foldText(tag)
    const known = spellings.get(folded)
    if (known === undefined) spellings.set(folded, tag)
    return known ?? tag
  })
  return { ...source, tags: [...new Set(tags)] }
}

const longestName = 200

/** A feed's name: that of feeds.yaml, else its own title, else its host; cut off if it is very long. */
export function makeFeedName(source: FeedSource, about: FeedAbout | undefined): string {
  const name = source.name ?? about?.title ?? new URL(source.url).host
  return name.length > longestName
    ? `${[...name]
        .slice(0, longestName - 1)
        .join('')
        .trimEnd()}…`
    : name
}
