import { makeUuid } from '../text/make-uuid.ts'

/** A stand-in for the address of a private feed: whoever has the address can make it again, and so find the feed. */
export function hideUrl(url: string): string {
  return `private:${makeUuid(url, 'a published state')}`
}
