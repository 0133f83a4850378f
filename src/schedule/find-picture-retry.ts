const hour = 3_600_000

/** Hours to wait after the first failure, the second, and so on; after the last, the picture is not asked for again. */
const waits = [1, 6, 24, 3 * 24, 7 * 24]

/**
 * When a picture that could not be fetched is asked for again: soon, then at ever longer intervals, for eleven days. A picture that is not
 * there by then has gone.
 *
 * @param failures this one included
 * @returns `undefined`: never
 */
export function findPictureRetry(failures: number, now: Date): Date | undefined {
  const wait = waits[failures - 1]
  return wait === undefined ? undefined : new Date(+now + wait * hour)
}
