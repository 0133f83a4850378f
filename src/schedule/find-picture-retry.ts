const hour = 3_600_000

/** After the first failure, the second, and so on; then nobody asks again. */
const waits = [1, 6, 24, 3 * 24, 7 * 24]

/**
 * When a picture that could not be had is asked for again: soon, then ever later, for eleven days. What is not there by then has gone.
 *
 * @param failures this one included
 * @returns `undefined`: never
 */
export function findPictureRetry(failures: number, now: Date): Date | undefined {
  const wait = waits[failures - 1]
  return wait === undefined ? undefined : new Date(+now + wait * hour)
}
