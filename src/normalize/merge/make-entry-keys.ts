import type { EntryKeys, ParsedEntry } from '../../model.ts'
import { joinLines } from '../../text/join-lines.ts'
import { parseUrl } from '../../text/parse-url.ts'
import { limitKey } from './limit-key.ts'

/** Query parameters that campaigns add, and those that identify a visit: they never tell two entries apart. */
const campaign =
  /^(utm_\w+|(mtm|pk|piwik|hsa)_(campaign|kwd|keyword|source|medium|content|cid|group)|at_(medium|campaign)|(fb|g|y)clid|dclid|msclkid|twclid|igsh(id)?|mc_[ce]id|_hs(enc|mi)|wt\.rss_\w+|phpsessid|jsessionid|aspsessionid\w*)$/i

/** Nor does a parameter that names a feed as the place where somebody came from, or the number of a visit to phpBB. */
const visit = /^((ref|source|src|from|partner|cmp|xtor|ncid)=(rss|feed|atom)([-_.].*)?|sid=[\da-f]{32})$/i

/**
 * The keys under which an entry is found again when its feed has rewritten its ids.
 *
 * A link that is only a host ("https://a.example/") names the blog, not an entry, and gives no key.
 */
export function makeEntryKeys(
  entry: Partial<Pick<ParsedEntry, 'link' | 'title' | 'published' | 'updated'>>,
): EntryKeys {
  const url = entry.link === undefined ? undefined : parseUrl(entry.link)
  const path = url && makeLinkPath(url)
  return {
    linkPath: path && limitKey(path),
    linkKey: url && path && limitKey(`${url.host.replace(/^www\./, '')}${path}`),
    titleDay: makeTitleDay(entry.title, entry.published ?? entry.updated),
  }
}

/** Scheme, host, a slash at the end, `index.html`, and suffixes such as ".php" come and go when a blog moves: they are left out. */
function makeLinkPath(url: URL): string | undefined {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return url.href
  const path = plainPath(url.pathname)
    .replace(/\/index\.(html?|php)$|(?<=[^/])\.(html?|php|aspx?)$/i, '')
    .replace(/\/+$/, '')
  const whole = `${path}${makeQuery(url)}${url.hash}`
  return whole === '' ? undefined : whole
}

/** Without double slashes and the number of a visit, and with upper-case percent-escapes (RFC 3986, section 6.2.2.1). */
function plainPath(path: string): string {
  if (!/\/\/|;|%/.test(path)) return path
  return path
    .replace(/;jsessionid=[^/;]*/i, '')
    .replace(/\/{2,}/g, '/')
    .replace(/%[\da-f]{2}/gi, (byte) => byte.toUpperCase())
}

/** The query with its parameters sorted, since some programs write the same ones in any order. Escapes stay as they were written. */
function makeQuery({ search }: URL): string {
  if (search === '') return ''
  const kept = search
    .slice(1)
    .split('&')
    .filter((part) => part !== '' && !campaign.test(nameOf(part)) && !visit.test(part))
    .sort((a, b) => compare(nameOf(a), nameOf(b)))
  return kept.length === 0 ? '' : `?${kept.join('&')}`
}

const nameOf = (part: string) => part.split('=', 1)[0] ?? ''

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

function makeTitleDay(title: string | undefined, date: Date | undefined): string | undefined {
  if (title === undefined || date === undefined) return undefined
  return `${date.toISOString().slice(0, 10)} ${limitKey(joinLines(unify(title).toLowerCase()))}`
}

/** Make titles comparable: one program writes typographic quotes and dashes where another leaves those of the keyboard. */
function unify(title: string): string {
  if (/^[\u0020-\u007e]*$/.test(title) && !title.includes('--')) return title
  return title
    .normalize('NFKC')
    .replace(/[\u2018-\u201b\u2032\u00b4`\u02bc]/g, "'")
    .replace(/[\u201c-\u201f\u2033\u00ab\u00bb]/g, '"')
    .replace(/[\u2010-\u2015\u2212]|--+/g, '-')
}
