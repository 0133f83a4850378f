import type { Config } from '../config/schema.ts'
import { type Fetcher, openFetcher } from '../fetch/open-fetcher.ts'
import type { FeedSource, FeedState, ParsedFeed, ReadResult } from '../model.ts'
import { countChurned } from '../pipeline/count-churned.ts'
import { leaveHostsAlone } from '../pipeline/leave-hosts-alone.ts'
import { makeFeedName } from '../planet/make-subscriptions.ts'
import { hasStore, openStore } from '../store/open-store.ts'
import type { StatePlace, StoredFeed } from '../store/store.ts'
import { parseUrl } from '../text/parse-url.ts'
import { writeTime } from '../text/write-time.ts'
import { version } from '../version.ts'
import { openParserPool, type ParserPool } from '../workers/open-parser-pool.ts'
import { type CheckedFeed, checkFeed, type Finding } from './check-feed.ts'
import { findFeedLines } from './find-feed-lines.ts'
import { findTwins } from './find-twins.ts'
import type { PlanetPlaces } from './load-planet.ts'
import type { FeedCheck } from './render-check.ts'

type Asked = Omit<CheckedFeed, 'churned' | 'known' | 'failingSince'>

/** Ask feeds, each once and as politely as a build does, and say what is wrong with each. */
export async function checkFeeds(places: PlanetPlaces, sources: FeedSource[]): Promise<FeedCheck[]> {
  const { config } = places
  const certificates = new Map<string, Date>()
  const network = { ...config.fetch, sources: config.feeds, userAgent: `planet/${version} (+${config.url})` }
  const fetcher = openFetcher({ ...network, onCertificate: (host, end) => void certificates.set(host, end) })
  const parserPool = openParserPool()
  try {
    const now = new Date()
    const lineOf = await findFeedLines(config.file)
    const known = await loadKnown(places.state)
    leaveHostsAlone([...known.values()], fetcher, undefined)
    const spared = new Map(sources.flatMap((source) => spare(source, known.get(source.url)?.state, config, now)))
    const asked = await Promise.all(
      sources
        .filter(({ url }) => !spared.has(url))
        .map((source) => askFeed(source, places, certificates, { fetcher, parserPool })),
    )
    const others = findNeighbours(
      asked,
      config.feeds.filter((source) => spare(source, known.get(source.url)?.state, config, now).length === 0),
    )
    const beside = await Promise.all(
      others.map((source) => askFeed(source, places, certificates, { fetcher, parserPool })),
    )
    const twins = findTwins([...beside, ...asked], config.feeds)
    const counted = await countAll(places.state, asked)
    const found = new Map(
      asked.map((feed, index) => {
        const { url } = feed.source
        const facts = counted[index] ?? { churned: 0, known: 0 }
        const { failure, moved } = known.get(url)?.state ?? {}
        const told = { ...feed, ...facts, failingSince: failure?.since, moved }
        return [url, [...(twins.get(url) ?? []), ...checkFeed(told, now)]]
      }),
    )
    const aboutOf = new Map(asked.map(({ source, read }) => [source.url, parsedOf(read)?.about]))
    return sources.map((source) => ({
      url: source.url,
      name: makeFeedName(source, aboutOf.get(source.url) ?? known.get(source.url)?.state.about),
      line: lineOf(source.url),
      isAsked: found.has(source.url),
      findings: found.get(source.url) ?? spared.get(source.url) ?? [],
    }))
  } finally {
    await Promise.all([fetcher.close(), parserPool.close()])
  }
}

/** What the last build left, where there is one. */
async function loadKnown(state: StatePlace): Promise<Map<string, StoredFeed>> {
  if (!(await hasStore(state))) return new Map()
  const store = await openStore(state)
  try {
    return new Map((await store.feeds()).map((feed) => [feed.source.url, feed]))
  } finally {
    await store.close()
  }
}

/**
 * The findings for a feed that is not asked, as in a build, since the operator or its server wants it left alone; empty where it may be
 * asked.
 */
function spare(
  { url, paused }: FeedSource,
  state: FeedState | undefined,
  config: Config,
  now: Date,
): [url: string, findings: Finding[]][] {
  if (paused !== undefined) return [[url, []]]
  if (state?.gone !== undefined) {
    const message = `says that it is gone for good (410), since ${writeTime(state.gone.since, config.timezone).slice(0, 10)}`
    return [[url, [{ level: 'error', code: 'GONE', message, advice: `planet remove ${url}` }]]]
  }
  if (state?.waiting?.says !== 'server' || state.waiting.until <= now) return []
  const message = `wants to be left alone until ${writeTime(state.waiting.until, config.timezone)}; not asked`
  return [[url, [{ level: 'warning', code: 'WAITING', message }]]]
}

/** Where only some feeds are checked, one may be the twin of a listed feed: so feeds of the same host or site are asked, too. */
function findNeighbours(asked: Asked[], listed: FeedSource[]): FeedSource[] {
  const hosts = new Set(asked.flatMap(({ source, read }) => [source.url, parsedOf(read)?.about.link].flatMap(hostOf)))
  const urls = new Set(asked.map(({ source }) => source.url))
  return listed.filter(({ url, site }) => !urls.has(url) && [url, site].flatMap(hostOf).some((host) => hosts.has(host)))
}

function hostOf(url: string | undefined): string[] {
  const host = parseUrl(url ?? '')?.host.replace(/^www\./, '')
  return host === undefined ? [] : [host]
}

async function askFeed(
  source: FeedSource,
  { config }: PlanetPlaces,
  certificates: Map<string, Date>,
  edges: { fetcher: Fetcher; parserPool: ParserPool },
): Promise<Asked> {
  const ask = async (url: string) => {
    const fetched = await edges.fetcher.fetch(source, undefined, url)
    if (fetched.kind !== 'fetched') return { fetched, read: undefined }
    const { body, contentType, finalUrl } = fetched
    return { fetched, read: await edges.parserPool.read({ body, contentType, baseUrl: finalUrl }) }
  }
  const { fetched, read } = await ask(source.url)
  if (fetched.kind === 'unchanged') throw new Error(`${source.url} answered 304 to a first question`)
  // A server on a port of its own speaks either http or https.
  const isHttp = /^http:\/\/[^/:]+\//.test(source.url) && read?.kind === 'read'
  const secure = isHttp ? (await ask(source.url.replace(/^http:/, 'https:'))).read : undefined
  const host = fetched.kind === 'fetched' ? new URL(fetched.finalUrl).host : ''
  const inactiveAfter = source.inactiveAfterMs ?? config.defaults.inactiveAfterMs
  return { source, fetched, read, secure, certificateEnd: certificates.get(host), inactiveAfter }
}

/** For each feed, how many entries the planet knows and how many have changed dates; zero where there is no state. */
async function countAll(state: StatePlace, asked: Asked[]): Promise<Pick<CheckedFeed, 'churned' | 'known'>[]> {
  const nothing = { churned: 0, known: 0 }
  if (!(await hasStore(state))) return asked.map(() => nothing)
  const store = await openStore(state)
  try {
    const counts = asked.map(({ source, read }) =>
      read?.kind === 'read' ? countChurned(store, source.url, read.feed) : nothing,
    )
    return await Promise.all(counts)
  } finally {
    await store.close()
  }
}

function parsedOf(read: ReadResult | undefined): ParsedFeed | undefined {
  return read?.kind === 'read' ? read.feed : undefined
}
