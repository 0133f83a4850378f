import type { Subscription } from '../../model.ts'
import type { SubscriptionLists, SubscriptionView } from '../../theme.ts'
import { makeBlogView } from './make-blog-view.ts'
import type { ViewContext } from './view-context.ts'

export function makeSubscriptionLists(context: ViewContext): SubscriptionLists {
  const listed = listByName(context.planet.subscriptions.filter(({ active }) => active))
  const views = (isQuiet: boolean) =>
    listed
      .filter(({ standing }) => (standing === 'quiet') === isQuiet)
      .map((subscription) => makeSubscriptionView(subscription, context))
  return { count: listed.length, active: views(false), quiet: views(true) }
}

export function makeSubscriptionView(subscription: Subscription, context: ViewContext): SubscriptionView {
  const view = makeBlogView(subscription.source.url, context)
  return { ...view, url: subscription.publicUrl ?? '', state: translateState(subscription, context) }
}

/** P-34: the details are the operator's, and on /about/. */
function translateState({ standing, state }: Subscription, { calendar, planet, translate }: ViewContext): string {
  if (standing !== 'unreachable' || (state.kind !== 'failing' && state.kind !== 'gone')) return ''
  return translate(state.kind === 'gone' ? 'gone' : 'unreachable', {
    date: calendar.format(state.since, planet.show.date),
  })
}

/** By name, without case and accents; the same on every machine, as `Intl` is not. */
export function listByName(subscriptions: Subscription[]): Subscription[] {
  const keyed = subscriptions.map((subscription) => ({ subscription, key: sortKey(subscription.name) }))
  keyed.sort((a, b) => compare(a.key, b.key) || compare(a.subscription.source.url, b.subscription.source.url))
  return keyed.map(({ subscription }) => subscription)
}

function sortKey(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
