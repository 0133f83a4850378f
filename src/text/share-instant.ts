import { remember } from './remember.ts'

/**
 * The `Date` of some milliseconds since 1970: one shared object for equal times, as long as there are not too many. Feeds that were asked
 * together share most of their times, and a `Date` takes 112 bytes; nobody changes one.
 */
export const shareInstant: (milliseconds: number) => Date = remember((milliseconds) => new Date(milliseconds), 1000)
