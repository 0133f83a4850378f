import type { EntryQueries } from '../../entry-queries.ts'
import { storedToText } from '../../html/stored-to-text.ts'
import type { Entry, EntryTitle, Page, Planet, PopularLink } from '../../model.ts'
import { parseUrl } from '../../text/parse-url.ts'

const day = 86_400_000

/** Number of days searched for links, by the word in feeds.yaml. */
const spans = { week: 7, month: 30 }

/** Entries that are looked at, the newest. */
const mostEntries = 5000
/** Links of one entry that count. */
const mostOfEntry = 100
/** Links on the page. */
const mostShown = 30
/** Entries that are named under a link. */
const mostNamed = 10

/** What is known of one address while links are counted. */
type Counted = { url: string; names: string[]; feeds: Set<string>; entries: Entry[] }

/**
 * The addresses that most blogs link to in a week or a month. The span ends with the newest change, since no page depends on the time of
 * the build. Each blog counts once, and links to the planet's own blogs are left out.
 */
export async function makeLinksPage(queries: EntryQueries, planet: Planet, span: 'week' | 'month'): Promise<Page> {
  const isOwn = makeOwnFinder(planet)
  const counted = new Map<string, Counted>()
  for await (const entry of walkBack(queries, planet.updated, spans[span])) {
    for (const [key, { url, name }] of listLinks(entry)) {
      if (isOwn(url)) continue
      const known = counted.get(key) ?? { url: url.href, names: [], feeds: new Set(), entries: [] }
      counted.set(key, known)
      known.feeds.add(entry.feed)
      if (known.names.length < mostNamed) known.names.push(name)
      if (known.entries.length < mostNamed) known.entries.push(entry)
    }
  }
  const popular = [...counted.values()].filter(({ feeds }) => feeds.size > 1)
  popular.sort((a, b) => b.feeds.size - a.feeds.size || newest(b) - newest(a) || (a.url < b.url ? -1 : 1))
  return { kind: 'links', span, links: popular.slice(0, mostShown).map(makeLink) }
}

function newest({ entries }: Counted): number {
  return +(entries[0]?.position ?? 0)
}

function makeLink({ url, names, feeds, entries }: Counted): PopularLink {
  const said = names
    .map((html) => storedToText(html))
    .filter((text) => text.length > 3 && !/^https?:|^www\./.test(text))
  const [title] = said.sort((a, b) => b.length - a.length)
  return { url, title, blogs: feeds.size, entries: entries.map(beginEntry) }
}

/** An entry as lists show it: a note is named by its first words. */
function beginEntry(entry: Entry): EntryTitle {
  return { ...entry, start: entry.contentHtml ?? entry.summaryHtml }
}

/** Entries, the newest first, read a day at a time so that memory holds few texts. */
async function* walkBack(queries: EntryQueries, until: Date | undefined, days: number): AsyncGenerator<Entry> {
  if (until === undefined) return
  let left = mostEntries
  for (let back = 0; back < days && left > 0; back += 1) {
    const to = +until + 1 - back * day
    const entries = (await queries.between(new Date(to - day), new Date(to))).slice(0, left)
    left -= entries.length
    yield* entries
  }
}

/** The links of a text, each address once, with the HTML between the tags. */
function listLinks({ contentHtml, summaryHtml, link }: Entry): Map<string, { url: URL; name: string }> {
  const html = contentHtml ?? summaryHtml ?? ''
  const links = new Map<string, { url: URL; name: string }>()
  for (const tag of html.matchAll(/<a (?:[^>"]|"[^"]*")*>/g)) {
    if (links.size >= mostOfEntry) break
    const address = /\shref="(https?:[^"]*)"/.exec(tag[0])?.[1]?.replaceAll('&amp;', '&')
    const url = parseUrl(address ?? '')
    const key = url && makeKey(url)
    if (url === undefined || key === undefined || links.has(key) || key === makeKeyOf(link)) continue
    const start = tag.index + tag[0].length
    const [name = ''] = html.slice(start, start + 300).split('</a>', 1)
    links.set(key, { url, name })
  }
  return links
}

function makeKeyOf(link: string | undefined): string | undefined {
  const url = parseUrl(link ?? '')
  return url && makeKey(url)
}

/** Parameters that campaigns add. */
const campaign = /^(utm_\w+|fbclid|gclid|mc_[ce]id)$/i

/** A key that all addresses of one page share: without scheme, `www.`, a slash at the end, parameters of campaigns, and fragment. */
function makeKey(url: URL): string {
  const kept = new URLSearchParams([...url.searchParams].filter(([name]) => !campaign.test(name)))
  const query = kept.size === 0 ? '' : `?${kept}`
  return `${url.host.replace(/^www\./, '')}${url.pathname.replace(/\/(index\.html?)?$/, '')}${query}`
}

/** Tells whether an address is at or below the page of a blog of the planet, or of the planet itself. */
function makeOwnFinder({ subscriptions, url }: Planet): (url: URL) => boolean {
  const places = new Map<string, string[]>()
  for (const page of [url, ...subscriptions.map(({ site, source }) => site ?? new URL('/', source.url).href)]) {
    const place = parseUrl(page)
    if (place === undefined) continue
    const { host, pathname } = place
    const name = host.replace(/^www\./, '')
    // "/~ana/index.html" is a page of "/~ana/".
    places.set(name, [...(places.get(name) ?? []), pathname.slice(0, pathname.lastIndexOf('/') + 1)])
  }
  return ({ host, pathname }) =>
    places.get(host.replace(/^www\./, ''))?.some((path) => `${pathname}/`.startsWith(path)) ?? false
}
