/** However many feeds there are: what one blog says is not what the planet says. */
const largest = 1 / 3

/**
 * How many of some places one feed may take, while others have entries to put there: a third; with fewer than six feeds, two even
 * shares of them (docs/floods.md).
 *
 * @param feeds that may have entries there
 * @param share of the places, as the operator says; 1: all of them
 */
export function findShare(places: number, feeds: number, share: number | undefined): number {
  const part = share ?? Math.min(1, Math.max(largest, 2 / feeds))
  return Math.max(1, Math.floor(places * part))
}
