import type { EntryKeys, ParsedEntry } from '../../model.ts'
import { joinLines } from '../../text/join-lines.ts'

/** Query parameters that campaigns add: they never tell two entries apart. */
const campaign = /^(utm_\w+|fbclid|gclid|mc_[ce]id)$/i

/**
 * The keys under which an entry is found again when its feed has rewritten its ids.
 *
 * A link that is only a host ("https://a.example/") names the blog, not an entry, and gives no key.
 */
export function makeEntryKeys(entry: Pick<ParsedEntry, 'link' | 'title' | 'published' | 'updated'>): EntryKeys {
  const url = entry.link !== undefined && URL.canParse(entry.link) ? new URL(entry.link) : undefined
  const path = url && makeLinkPath(url)
  return {
    linkPath: path,
    linkKey: url && path && `${url.host.replace(/^www\./, '')}${path}`,
    titleDay: makeTitleDay(entry.title, entry.published ?? entry.updated),
  }
}

/** Scheme, host, a slash at the end and `index.html` come and go when a blog moves: they are left out. */
function makeLinkPath(url: URL): string | undefined {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return url.href
  const kept = [...url.searchParams].filter(([name]) => !campaign.test(name))
  const query = kept.length === url.searchParams.size ? url.search : `?${new URLSearchParams(kept)}`
  const path = url.pathname.replace(/\/index\.(html?|php)$/i, '').replace(/\/+$/, '')
  const whole = `${path}${query === '?' ? '' : query}${url.hash}`
  return whole === '' ? undefined : whole
}

function makeTitleDay(title: string | undefined, date: Date | undefined): string | undefined {
  if (title === undefined || date === undefined) return undefined
  return `${date.toISOString().slice(0, 10)} ${joinLines(unify(title).toLowerCase())}`
}

/** One program writes typographic quotes and dashes, where another leaves those of the keyboard. */
function unify(title: string): string {
  if (/^[\u0020-\u007e]*$/.test(title) && !title.includes('--')) return title
  return title
    .normalize('NFKC')
    .replace(/[\u2018-\u201b\u2032\u00b4`\u02bc]/g, "'")
    .replace(/[\u201c-\u201f\u2033\u00ab\u00bb]/g, '"')
    .replace(/[\u2010-\u2015\u2212]|--+/g, '-')
}
