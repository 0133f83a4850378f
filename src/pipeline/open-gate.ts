/** Lets feeds be asked, in their order, as long as the bodies that were fetched and not stored yet stay small in sum. */
export type Gate = {
  /** Let the first feeds in, at most so many. Until a feed has answered, it counts `expected` bytes. */
  open(many?: number): void
  /** So many bytes of a feed have come; they count until the feed is stored. */
  hold(place: number, bytes: number): void
  /** A feed was stored; it is the turn of the next one, which has been asked when this returns. */
  leave(place: number): void
}

/** Bytes that a feed counts while it is being asked. */
const expected = 50_000

/**
 * Feeds are stored in the order of feeds.yaml. Where an early feed is slow, those behind it are asked and read all the same, until `most`
 * bytes wait for it; the feed whose turn it is never waits at the gate, so that the build always goes on.
 *
 * A request costs a kilobyte while it waits for its answer: none is begun before its feed may be asked.
 *
 * @param most bytes that may wait, or be on their way
 * @param feeds how many there are
 * @param ask told the place of each feed that may be asked
 */
export function openGate(most: number, feeds: number, ask: (place: number) => void): Gate {
  const held = new Map<number, number>()
  let turn = 0
  let next = 0
  let sum = 0
  const count = (place: number, bytes: number) => {
    sum += bytes - (held.get(place) ?? 0)
    held.set(place, bytes)
  }
  const letIn = (many = feeds) => {
    for (const end = Math.min(next + many, feeds); next < end && (sum < most || next <= turn); ) {
      const place = next
      next += 1
      count(place, expected)
      ask(place)
    }
  }
  return {
    open: letIn,
    hold(place, bytes) {
      count(place, bytes)
      letIn()
    },
    leave(place) {
      count(place, 0)
      held.delete(place)
      turn = place + 1
      letIn()
    },
  }
}
