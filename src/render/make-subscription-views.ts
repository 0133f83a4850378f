import type { Planet, Subscription } from '../model.ts'
import type { Calendar } from './open-calendar.ts'

/** A subscription in the sidebar, as templates see it. */
export type SubscriptionView = {
  url: string
  name: string
  /** The blog; its feed where the blog's address was never told. */
  site: string
  face: string | undefined
  /** "not reachable since April 02, 2019"; empty where all is well. */
  state: string
}

/** The sidebar: by name, as its readers look for it. */
export function makeSubscriptionViews(
  subscriptions: Subscription[],
  calendar: Calendar,
  planet: Planet,
): SubscriptionView[] {
  return subscriptions
    .map((subscription) => ({
      url: subscription.source.url,
      name: subscription.name,
      site: subscription.site ?? subscription.source.url,
      face: subscription.source.face,
      state: describeState(subscription, (date) => calendar.format(date, planet.show.date)),
    }))
    .sort((a, b) => compare(sortKey(a.name), sortKey(b.name)) || compare(a.url, b.url))
}

/** In words, and without blame: the details are the operator's. */
function describeState({ state }: Subscription, format: (date: Date) => string): string {
  switch (state.kind) {
    case 'failing':
      // It can be reached; the rest is between its operator and the planet's.
      if (state.problem.code === 'TAKEN_OVER') return ''
      return `not reachable since ${format(state.since)}`
    case 'gone':
      return `gone since ${format(state.since)}`
    case 'new':
    case 'fine':
    case 'paused':
      return ''
  }
}

/** Without case and accents; the same on every machine, as `Intl` is not. */
function sortKey(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
