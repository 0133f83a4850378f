/** Feed → the most places that it may ever have. */
type Caps = ReadonlyMap<string | number, number>

/**
 * Choose from a list, newest first: at most `most` places of one feed as long as others have entries; places that are then left go to the
 * newest of the entries that were passed over.
 *
 * @param caps limits of single feeds that hold in any case
 * @returns at most `limit` places, in the order of the list
 */
export function sharePlaces<P extends { feed: string | number }>(
  places: P[],
  limit: number,
  most: number,
  caps: Caps = new Map(),
): P[] {
  const counts = new Map<string | number, number>()
  const [taken, passed]: [Set<P>, P[]] = [new Set(), []]
  for (const place of places) {
    if (taken.size >= limit) break
    const count = counts.get(place.feed) ?? 0
    if (count >= (caps.get(place.feed) ?? Number.POSITIVE_INFINITY)) continue
    counts.set(place.feed, count + 1)
    if (count >= most) passed.push(place)
    else taken.add(place)
  }
  for (const place of passed.slice(0, limit - taken.size)) taken.add(place)
  return places.filter((place) => taken.has(place))
}

/**
 * True where the list fills `limit` places without entries that would be passed over: then entries after the end of the list do not matter.
 */
export function fillsPlaces(
  places: { feed: string | number }[],
  limit: number,
  most: number,
  caps: Caps = new Map(),
): boolean {
  const counts = new Map<string | number, number>()
  for (const { feed } of places) counts.set(feed, (counts.get(feed) ?? 0) + 1)
  const filled = [...counts].reduce((sum, [feed, count]) => sum + Math.min(count, most, caps.get(feed) ?? most), 0)
  return filled >= limit
}
