import { describeMistake } from './describe-mistake.ts'

/** The message about a feed on which our own code failed (INTERNAL). */
export function excuseMistake(error: unknown): string {
  return `is more than Planet can cope with (${describeMistake(error)}); please report this, with the feed, as docs/problems.md says`
}
