import type { FeedAbout, KnownFeed, ParsedFeed } from '../../model.ts'

/**
 * Whether a version of a feed seems to be somebody else's: nothing of it is known, by id, link path, or title and day, and
 * the feed's title, its language or the site's host is another. So it looks when a domain has expired and was bought.
 *
 * @param before what the feed said of itself last
 * @returns what is another, as a clause
 */
export function findTakeover(
  before: FeedAbout | undefined,
  { about, entries }: Pick<ParsedFeed, 'about' | 'entries'>,
  known: KnownFeed,
): string | undefined {
  if (before === undefined || entries.length === 0 || known.newFeed || known.entries.length > 0) return undefined
  const [was, is] = [hostOf(before.link), hostOf(about.link)]
  const changes = [
    ...(sameText(before.title, about.title)
      ? []
      : [`it is called ${quote(about.title)}, no longer ${quote(before.title)}`]),
    ...(was === undefined || is === undefined || was === is ? [] : [`its site is ${is}, no longer ${was}`]),
    ...(isOtherLanguage(before.language, about.language)
      ? [`its language is ${about.language}, no longer ${before.language}`]
      : []),
  ]
  return changes.length === 0 ? undefined : changes.join('; ')
}

function sameText(a: string | undefined, b: string | undefined): boolean {
  const plain = (text = '') => text.toLowerCase().replace(/\s+/g, ' ').trim()
  return plain(a) === plain(b)
}

function hostOf(link: string | undefined): string | undefined {
  if (link === undefined || !URL.canParse(link)) return undefined
  return new URL(link).hostname.replace(/^www\./, '') || undefined
}

/** "en" and "en-GB" are one; a feed that says nothing has not changed its mind. */
function isOtherLanguage(a: string | undefined, b: string | undefined): boolean {
  const primary = (language: string) => language.split('-')[0]?.toLowerCase()
  return a !== undefined && b !== undefined && primary(a) !== primary(b)
}

function quote(title: string | undefined): string {
  return title === undefined ? 'anything' : `“${title.length > 60 ? `${title.slice(0, 59)}…` : title}”`
}
