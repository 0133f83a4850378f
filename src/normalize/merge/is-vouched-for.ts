import type { EntryHead, FeedAbout } from '../../model.ts'

/** Names that programs fill in, and names of roles: anybody may be called so. */
const anybody =
  /^(?:(?:site|web|the|our)?[\s-]*(?:admin(?:istrator)?|author|blog(?:ger)?|bot|contributor|desk|editor(?:s|ial)?|ghost|guest|info|master|news(?:room)?|owner|press|redaktion|root|staff|support|system|team|test|unknown|user|wordpress|writer)[\s-]*(?:team|staff|desk|user)?\d*)$/i

/**
 * Whether a version none of whose entries is known is still the same blog's, because it has something that a stranger does not: the feed's
 * own id, which no address gives away, or its people, who have signed each of its entries and are named in the entries that we have.
 *
 * @param known names of the authors in what is stored of the feed
 * @param before what the feed last said of itself
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
