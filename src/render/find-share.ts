/** However many feeds there are: one blog must not speak for the whole planet. */
const largest = 1 / 3

/**
 * How many of a list's places one feed may take while other feeds have entries for them: a third; with fewer than six feeds, two even
 * shares (docs/floods.md).
 *
 * @param feeds number of feeds that may have entries in the list
 * @param share of the places, as the operator sets it; 1: all of them
 */
export function findShare(places: number, feeds: number, share: number | undefined): number {
  const part = share ?? Math.min(1, Math.max(largest, 2 / feeds))
  return Math.max(1, Math.floor(places * part))
}
