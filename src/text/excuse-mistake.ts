import { describeMistake } from './describe-mistake.ts'

/** What is said of a feed over which we made a mistake (INTERNAL). */
export function excuseMistake(error: unknown): string {
  return `is more than Planet can cope with (${describeMistake(error)}); please report this, with the feed, as docs/problems.md says`
}
