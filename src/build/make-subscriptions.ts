import type { FeedAbout, FeedSource, FeedState, Subscription, SubscriptionState } from '../model.ts'
import type { StoredFeed } from '../store/store.ts'

/** The subscriptions as pages and feeds show them, in the order of feeds.yaml. */
export function makeSubscriptions(feeds: StoredFeed[]): Subscription[] {
  return feeds.map(({ source, slug, active, state }) => ({
    source,
    slug,
    name: makeFeedName(source, state.about),
    site: source.site ?? state.about?.link,
    about: state.about,
    active,
    state: makeSubscriptionState(source, state),
  }))
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
