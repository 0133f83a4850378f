import type { EntryHead, FeedAbout } from '../../model.ts'

/** Whom programs name, and what people do: anybody may be called so. */
const anybody =
  /^(?:(?:site|web|the|our)?[\s-]*(?:admin(?:istrator)?|author|blog(?:ger)?|bot|contributor|desk|editor(?:s|ial)?|ghost|guest|info|master|news(?:room)?|owner|press|redaktion|root|staff|support|system|team|test|unknown|user|wordpress|writer)[\s-]*(?:team|staff|desk|user)?\d*)$/i

/**
 * Whether a version of which nothing is known is the same blog's by what a stranger does not have: the feed's own id, which no address
 * gives away, or its people, who have signed each of its entries and are named in what we have.
 *
 * @param known names under what is stored of the feed
 * @param before what the feed said of itself last
 */
export function isVouchedFor(
  entries: readonly Pick<EntryHead, 'authors'>[],
  known: readonly string[],
  before: FeedAbout | undefined,
  after: FeedAbout,
): boolean {
  if (before?.id !== undefined && before.id === after.id && /^(?:urn:uuid|tag):/i.test(before.id)) return true
  const titles = [before?.title, after.title].map((title = '') => fold(title))
  const people = new Set(known.map(fold).filter((name) => !anybody.test(name) && !titles.includes(name)))
  return entries.length > 0 && entries.every(({ authors }) => authors.some(({ name = '' }) => people.has(fold(name))))
}

function fold(text: string): string {
  return text.toLowerCase().replace(/\s+/g, ' ').trim()
}
