import { remember } from './remember.ts'

/**
 * The instant of some milliseconds since 1970: the same `Date` for the same, as long as there are not too many. Feeds that were
 * asked together have most of theirs in common, and each is 112 bytes; nobody changes one.
 */
export const shareInstant: (milliseconds: number) => Date = remember((milliseconds) => new Date(milliseconds), 1000)
