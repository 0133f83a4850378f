/** What the exit code of every command means; documented in the README and never changed. */
export const exitCodes = {
  /** The site is up to date; single feeds may have failed. */
  done: 0,
  /** The build failed; the old site stands. */
  failed: 1,
  /** Usage or configuration. */
  usage: 2,
  /** Feeds have errors; only of commands that check feeds. */
  feedErrors: 3,
  /** EX_TEMPFAIL of sysexits.h: no network, no database, or another build is running. */
  tryLater: 75,
  interrupted: 130,
} as const
