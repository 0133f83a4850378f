import type { Fetcher } from '../fetch/open-fetcher.ts'
import type { FeedProblem, FetchResult, ParsedFeed, ReadResult } from '../model.ts'
import { guessFeedAddresses } from '../planet/guess-feed-addresses.ts'
import { guessKnownFeed } from '../planet/guess-known-feed.ts'
import type { ParserPool } from '../workers/open-parser-pool.ts'

/** A feed that was asked for and read. */
export type FoundFeed = {
  /** The feed's address, after permanent redirects. */
  url: string
  title: string | undefined
  format: ParsedFeed['format']
  entries: number
  newest: Date | undefined
  language: string | undefined
  /** What the feed has in place of plain posts: comments only, or recordings. */
  kind: 'posts' | 'comments' | 'podcast'
  /** Index among the found feeds of the one that has the same entries in a better format. */
  sameAs: number | undefined
}

/** The feeds found at an address; `problem` says why there are none. `isFeed`: the address is that of the feed itself. */
export type Discovery = { feeds: FoundFeed[]; problem: FeedProblem | undefined; isFeed: boolean }

type Edges = { fetcher: Pick<Fetcher, 'fetch'>; parserPool: Pick<ParserPool, 'read'> }
type Asked = { url: string; title?: string | undefined; isComments?: boolean; result: ReadResult }

/** Of the feeds that a page announces, only this many are asked. */
const mostAsked = 12

/** How many pages that send browsers on (`refresh`) are followed in a row. */
const mostRefreshes = 3

/**
 * Find the feeds of a page: the feed that sites of its kind are known to have; the page itself where it is a feed; the feeds that it
 * announces; those of the page to which it sends browsers; else the first feed at a usual address. Each is asked once, at one host one
 * after the other (H-35).
 *
 * @param page what the operator wrote: it may be a private address; addresses that the page names may not
 */
export async function discoverFeeds(page: string, edges: Edges): Promise<Discovery> {
  const ask = (url: string) => askOnce(page, url, edges)
  const known = guessKnownFeed(new URL(page))
  const first = known === undefined ? undefined : await ask(known)
  if (first?.result.kind === 'read') return { feeds: describe([first]), problem: undefined, isFeed: known === page }
  return lookAt(page, ask, mostRefreshes)
}

async function lookAt(page: string, ask: (url: string) => Promise<Asked>, refreshes: number): Promise<Discovery> {
  const answer = await ask(page)
  if (answer.result.kind === 'read') return { feeds: describe([answer]), problem: undefined, isFeed: true }
  const { problem, announced = [], sendsTo } = answer.result
  if (problem.code !== 'HTML') return { feeds: [], problem, isFeed: false }
  const asked = await Promise.all(
    announced.slice(0, mostAsked).map(async (feed) => ({ ...feed, ...(await ask(feed.url)) })),
  )
  const read = asked.filter(({ result }) => result.kind === 'read')
  if (read.length > 0) return { feeds: describe(read), problem: undefined, isFeed: false }
  if (sendsTo !== undefined && refreshes > 0) {
    const there = await lookAt(sendsTo, ask, refreshes - 1)
    if (there.feeds.length > 0) return { ...there, isFeed: false }
  }
  return { feeds: describe(await findUsual(page, ask)), problem, isFeed: false }
}

/** The first usual address that has a feed: a site that announces none has one feed at most. */
async function findUsual(page: string, ask: (url: string) => Promise<Asked>): Promise<Asked[]> {
  for (const url of guessFeedAddresses(new URL(page))) {
    const answer = await ask(url)
    if (answer.result.kind === 'read') return [answer]
    if (isUnreached(answer.result.problem)) return []
  }
  return []
}

function isUnreached({ code }: FeedProblem): boolean {
  return ['DNS', 'CONNECT', 'TLS', 'TIMEOUT', 'RATE_LIMITED', 'BLOCKED'].includes(code)
}

async function askOnce(page: string, url: string, { fetcher, parserPool }: Edges): Promise<Asked> {
  const result = await fetcher.fetch({ url: page }, undefined, url)
  if (result.kind === 'failed') return { url, result: { kind: 'unreadable', problem: result.problem } }
  if (result.kind !== 'fetched') {
    const problem: FeedProblem = { code: 'RATE_LIMITED', message: 'its host wants to be left alone for a while' }
    return { url, result: { kind: 'unreadable', problem } }
  }
  const { body, contentType, finalUrl } = result
  return { url: findLasting(url, result), result: await parserPool.read({ body, contentType, baseUrl: finalUrl }) }
}

/** The address to keep: redirects are followed as long as they are permanent (RFC 9110, sections 15.4.2 and 15.4.9). */
function findLasting(url: string, { hops }: Extract<FetchResult, { kind: 'fetched' }>): string {
  const last = hops.findIndex(({ status }) => status !== 301 && status !== 308)
  return (last === -1 ? hops : hops.slice(0, last)).at(-1)?.to ?? url
}

const kinds: FoundFeed['kind'][] = ['posts', 'podcast', 'comments']
/** Atom says most about an entry. */
const formats: FoundFeed['format'][] = ['atom', 'json', 'rss', 'rdf']

/** Describe each feed that was read: posts first, then recordings, then comments; each address once. */
function describe(asked: Asked[]): FoundFeed[] {
  const found = asked.flatMap((answer) =>
    answer.result.kind === 'read'
      ? [{ ...describeOne(answer, answer.result.feed), links: linksOf(answer.result.feed) }]
      : [],
  )
  const unique = found.filter(({ url }, place) => found.findIndex((other) => other.url === url) === place)
  const sorted = unique.sort((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind))
  return sorted.map(({ links, ...feed }, place) => {
    const same = sorted.filter(
      (other) => other.url === feed.url || (other.kind === feed.kind && haveMuchInCommon(other.links, links)),
    )
    const [best] = same.sort((a, b) => formats.indexOf(a.format) - formats.indexOf(b.format))
    const index = sorted.findIndex(({ url }) => url === best?.url)
    return { ...feed, sameAs: index === place ? undefined : index }
  })
}

function describeOne(
  { url, title, isComments = false }: Asked,
  { about, entries, format }: ParsedFeed,
): Omit<FoundFeed, 'sameAs'> {
  const times = entries.flatMap(({ published, updated }) => published ?? updated ?? []).map(Number)
  const recordings = entries.filter(({ enclosures }) =>
    enclosures.some(({ type = '' }) => /^(audio|video)\//.test(type)),
  )
  const isPodcast = entries.length > 0 && recordings.length > entries.length / 2
  return {
    url,
    title: about.title ?? title,
    format,
    entries: entries.length,
    newest: times.length === 0 ? undefined : new Date(Math.max(...times)),
    language: about.language,
    kind: isComments ? 'comments' : isPodcast ? 'podcast' : 'posts',
  }
}

function linksOf({ entries }: ParsedFeed): Set<string> {
  return new Set(entries.flatMap(({ link }) => link ?? []))
}

/** Whether two feeds are formats of one: at least half of the links of the smaller stand in the larger. */
function haveMuchInCommon(a: Set<string>, b: Set<string>): boolean {
  const [small, large] = a.size < b.size ? [a, b] : [b, a]
  return small.size > 0 && [...small].filter((link) => large.has(link)).length * 2 >= small.size
}
