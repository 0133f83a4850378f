import { readdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { makeFeedKey } from '../config/make-feed-key.ts'
import { parseFeedUrl } from '../config/parse-address.ts'
import type { ImportNote } from '../convert/imported-planet.ts'
import { nameCached } from '../convert/name-cached.ts'
import { type Cached, readCachedEntry, readCachedSource } from '../convert/read-cached-entry.ts'
import type { ParsedEntry, ParsedFeed } from '../model.ts'
import { storeHistory } from '../pipeline/store-history.ts'
import { openParserPool, type ParserPool } from '../workers/open-parser-pool.ts'
import { loadPlanet } from './load-planet.ts'
import { UsageError } from './usage-error.ts'
import { useLockedStore } from './use-store.ts'

type Source = { cached: Cached; about: ParsedFeed['about'] | undefined; askedAt: Date }
type Kept = { entry: string; askedAt: Date }

/** Entries parsed at once, as one feed: the reader takes only some thousands of a feed's entries. */
const atOnce = 200

/**
 * Take over what Venus remembers: the entries of its cache, one a file, and from `sources/` each feed's ETag and Last-Modified.
 *
 * @param cache the cache's folder
 * @param file feeds.yaml, whose feeds' entries are taken over
 */
export async function importCache(cache: string, file: string, flags: { state?: string }): Promise<ImportNote[]> {
  const files = await listFiles(cache)
  const { config, state } = await loadPlanet({ config: file, color: false, ...flags })
  return useLockedStore(state, async (store) => {
    const parserPool = openParserPool()
    const now = new Date()
    try {
      await store.subscribe(config.feeds)
      const feeds = (await store.feeds()).filter(({ active }) => active)
      const sources = await readSources(
        cache,
        feeds.map(({ source }) => source.url),
        parserPool,
      )
      const findFeed = makeFinder(
        sources,
        feeds.map(({ source }) => source),
      )
      const hidden = new Set(await readdir(path.join(cache, 'blacklist')).catch(() => []))
      const byFeed = new Map<string, Kept[]>()
      const left = { foreign: 0, unread: 0, hidden: [] as string[] }
      for (const name of files) {
        const read = readCachedEntry(await readFile(path.join(cache, name), 'utf8'))
        const url = read === undefined ? undefined : findFeed(read.cached)
        if (read === undefined) left.unread++
        else if (hidden.has(name)) left.hidden.push(read.id)
        else if (url === undefined) left.foreign++
        else
          byFeed.set(url, [
            ...(byFeed.get(url) ?? []),
            { entry: read.entry, askedAt: (await stat(path.join(cache, name))).mtime },
          ])
      }
      let added = 0
      let conditional = 0
      for (const feed of feeds) {
        const { url } = feed.source
        const source = sources.get(url)
        const kept = byFeed.get(url) ?? []
        if (source === undefined && kept.length === 0) continue
        const validators = source === undefined ? undefined : readValidators(url, source.cached)
        if (validators !== undefined) conditional++
        const askedAt = source?.askedAt ?? kept[0]?.askedAt ?? now
        const entries = await readEntries(kept, url, parserPool)
        const history = { about: source?.about, entries, validators, askedAt: new Date(Math.min(+askedAt, +now)) }
        added += await storeHistory(feed, history, config, store, now)
      }
      return makeNotes({ added, conditional, feeds: feeds.length, ...left })
    } finally {
      await parserPool.close()
    }
  })
}

async function listFiles(cache: string): Promise<string[]> {
  try {
    const entries = await readdir(cache, { withFileTypes: true })
    return entries.flatMap((entry) => (entry.isFile() && !entry.name.startsWith('.') ? entry.name : [])).sort()
  } catch {
    throw new UsageError(`--cache ${cache}: there is no such folder; expected the cache_directory of Venus`)
  }
}

async function readSources(cache: string, urls: string[], parserPool: ParserPool): Promise<Map<string, Source>> {
  const sources = new Map<string, Source>()
  const folder = path.join(cache, 'sources')
  const names = new Set(await readdir(folder).catch(() => []))
  for (const url of urls) {
    const name = [url, url.replace(/\/$/, '')].map(nameCached).find((one) => names.has(one))
    if (name === undefined) continue
    const place = path.join(folder, name)
    const read = readCachedSource(await readFile(place, 'utf8'))
    if (read === undefined) continue
    const result = await parserPool.read({
      body: Buffer.from(read.feed),
      contentType: 'application/atom+xml',
      baseUrl: url,
    })
    const about = result.kind === 'read' ? result.feed.about : undefined
    sources.set(url, { cached: read.cached, about, askedAt: (await stat(place)).mtime })
  }
  return sources
}

/** The feed of an entry: by the feed's id and name together, else by an address of the feed, else by its id or its name alone. */
function makeFinder(
  sources: Map<string, Source>,
  feeds: { url: string; name?: string | undefined }[],
): (cached: Cached) => string | undefined {
  const ids = new Map<string, string>()
  const places = new Map<string, string>()
  const names = new Map<string, string>()
  const add = (map: Map<string, string>, key: string | undefined, url: string) => {
    if (key !== undefined && !map.has(key)) map.set(key, url)
  }
  for (const { url, name } of feeds) {
    const cached = sources.get(url)?.cached
    add(places, makeFeedKey(url), url)
    add(places, keyOf(cached?.self), url)
    add(places, keyOf(cached?.location), url)
    add(ids, cached?.feedId, url)
    add(names, name, url)
    add(names, cached?.name, url)
  }
  return ({ feedId, self, location, name }) =>
    (name === undefined || feedId === undefined ? undefined : both(ids.get(feedId), names.get(name))) ??
    places.get(keyOf(self) ?? '') ??
    places.get(keyOf(location) ?? '') ??
    ids.get(feedId ?? '') ??
    names.get(name ?? '')
}

function both(a: string | undefined, b: string | undefined): string | undefined {
  return a === b ? a : undefined
}

function keyOf(address: string | undefined): string | undefined {
  const result = address === undefined ? undefined : parseFeedUrl(address)
  return result !== undefined && 'value' in result ? makeFeedKey(result.value) : undefined
}

/** A `lastModified` that is not in HTTP's format was made up by Venus, and is dropped. */
function readValidators(url: string, { etag, lastModified, location }: Cached) {
  const dated =
    lastModified !== undefined && /^\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT$/.test(lastModified)
      ? lastModified
      : undefined
  if (etag === undefined && dated === undefined) return undefined
  const place = location === undefined ? undefined : parseFeedUrl(location)
  return { etag, lastModified: dated, url: place !== undefined && 'value' in place ? place.value : url }
}

async function readEntries(kept: Kept[], url: string, parserPool: ParserPool): Promise<ParsedEntry[]> {
  const entries: ParsedEntry[] = []
  for (let from = 0; from < kept.length; from += atOnce) {
    const some = kept.slice(from, from + atOnce).map(({ entry }) => entry)
    const body = Buffer.from(`<feed xmlns="http://www.w3.org/2005/Atom">${some.join('\n')}</feed>`)
    const result = await parserPool.read({ body, contentType: 'application/atom+xml', baseUrl: url })
    if (result.kind === 'read') entries.push(...result.feed.entries)
  }
  return entries
}

type Facts = { added: number; conditional: number; feeds: number; foreign: number; unread: number; hidden: string[] }

function makeNotes({ added, conditional, feeds, foreign, unread, hidden }: Facts): ImportNote[] {
  const note = (group: ImportNote['group'], message: string): ImportNote => ({ group, line: undefined, message })
  return [
    note(
      'kept',
      `${added} ${added === 1 ? 'entry' : 'entries'} of the cache that ${added === 1 ? 'was' : 'were'} not stored yet; ${conditional} of ${feeds} ${feeds === 1 ? 'feed is' : 'feeds are'} asked conditionally at once`,
    ),
    ...(foreign === 0 ? [] : [note('dropped', `${foreign} entries of feeds that are listed no more`)]),
    ...(unread === 0 ? [] : [note('dropped', `${unread} files of the cache that are no entries`)]),
    ...hidden.map((id) =>
      note('needs you', `was on the blacklist of the cache; if its feed still has it: planet purge ${id}`),
    ),
  ]
}
