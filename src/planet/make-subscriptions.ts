import type { EntrySpan, FeedAbout, FeedSource, FeedState, Subscription, SubscriptionState } from '../model.ts'
import type { StoredFeed } from '../store/store.ts'
import { findPublicUrl } from './find-public-url.ts'

/** What decides how readers are told of a blog. */
export type Standings = {
  now: Date
  spans: Map<string, EntrySpan>
  /** Milliseconds without an entry, where the feed has no limit of its own. */
  inactiveAfter: number
}

/** P-34: a feed that fails for a week is worth a word to readers; before, it is the operator's. */
const worthAWord = 7 * 86_400_000

/** The subscriptions as pages and feeds show them, in the order of feeds.yaml. */
export function makeSubscriptions(feeds: StoredFeed[], standings: Standings): Subscription[] {
  return feeds.map((feed) => {
    const { source, slug, active, state } = feed
    return {
      source,
      publicUrl: findPublicUrl(source),
      slug,
      name: makeFeedName(source, state.about),
      site: source.site ?? state.about?.link,
      about: state.about,
      active,
      state: makeSubscriptionState(source, state),
      standing: makeStanding(feed, standings),
      firstReadAt: state.firstReadAt,
      span: standings.spans.get(source.url),
    }
  })
}

const longestName = 200

/** What a feed is called: as feeds.yaml says, else as it calls itself, at no great length, else by its host. */
export function makeFeedName(source: FeedSource, about: FeedAbout | undefined): string {
  const name = source.name ?? about?.title ?? new URL(source.url).host
  return name.length > longestName
    ? `${[...name]
        .slice(0, longestName - 1)
        .join('')
        .trimEnd()}…`
    : name
}

function makeSubscriptionState({ paused }: FeedSource, state: FeedState): SubscriptionState {
  if (paused !== undefined) return { kind: 'paused', reason: paused }
  if (state.goneSince !== undefined) return { kind: 'gone', since: state.goneSince }
  if (state.failingSince !== undefined && state.problem !== undefined) {
    return { kind: 'failing', since: state.failingSince, problem: state.problem }
  }
  return { kind: state.about === undefined ? 'new' : 'fine' }
}

function makeStanding(
  { source, state }: StoredFeed,
  { now, spans, inactiveAfter }: Standings,
): Subscription['standing'] {
  const kind = makeSubscriptionState(source, state)
  if (kind.kind === 'gone' || (kind.kind === 'failing' && +now - +kind.since > worthAWord)) return 'unreachable'
  const last = spans.get(source.url)?.last
  return last !== undefined && +now - +last > (source.inactive_after ?? inactiveAfter) ? 'quiet' : 'active'
}
