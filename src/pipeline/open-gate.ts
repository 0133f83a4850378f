/** Lets feeds be asked as long as what was fetched and is not stored yet stays small. */
export type Gate = {
  /** Wait until a feed may be asked. Until it has answered, it counts as most feeds do. */
  enter(place: number): Promise<void>
  /** So many bytes of a feed have come, and stay until it is stored. */
  hold(place: number, bytes: number): void
  /** A feed was stored; it is the turn of the next. */
  leave(place: number): void
}

/** Bytes of a feed that is being asked. */
const expected = 50_000

/**
 * Feeds are stored in the order of feeds.yaml. Where an early one is slow, those behind it are asked and read all the same, until
 * so many bytes wait for it; the one whose turn it is waits for nobody, so that there is always one that goes on.
 *
 * @param most bytes that may wait, or be on their way
 */
export function openGate(most: number): Gate {
  const held = new Map<number, number>()
  const waiting: { place: number; go(): void }[] = []
  let [turn, sum] = [0, 0]
  const mayEnter = (place: number) => sum < most || place <= turn
  const count = (place: number, bytes: number) => {
    sum += bytes - (held.get(place) ?? 0)
    held.set(place, bytes)
  }
  const letIn = () => {
    for (let next = waiting[0]; next !== undefined && mayEnter(next.place); next = waiting[0]) {
      waiting.shift()
      count(next.place, expected)
      next.go()
    }
  }
  return {
    async enter(place) {
      if (mayEnter(place)) count(place, expected)
      else await new Promise<void>((go) => waiting.push({ place, go }))
    },
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
