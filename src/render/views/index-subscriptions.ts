import type { Planet, Subscription } from '../../model.ts'

const indexes = new WeakMap<Planet, Map<string, Subscription>>()

/** Subscriptions by the address of their feed; made once for all pages of a planet. */
export function indexSubscriptions(planet: Planet): Map<string, Subscription> {
  const known = indexes.get(planet)
  if (known !== undefined) return known
  const index = new Map(planet.subscriptions.map((subscription) => [subscription.source.url, subscription]))
  indexes.set(planet, index)
  return index
}
