import type { Config } from '../config/schema.ts'
import { renderIni } from '../convert/render-ini.ts'
import type { Entry, EntryRecord, FeedAbout } from '../model.ts'
import { findPublicUrl } from '../planet/find-public-url.ts'
import { makeFeedName } from '../planet/make-subscriptions.ts'
import { renderOpml } from '../render/feeds/render-opml.ts'
import { hasStore, openStore } from '../store/open-store.ts'
import { explainDamage } from '../store/state-error.ts'
import type { StatePlace } from '../store/store.ts'
import { makeLine } from '../text/make-line.ts'
import { exitCodes } from './exit-codes.ts'
import type { ExportFlags } from './flags.ts'
import { loadPlanet } from './load-planet.ts'
import { complain, print, printJson, printXml, untilRead } from './print.ts'
import { UsageError } from './usage-error.ts'

const formats = ['opml', 'ini', 'json', 'urls']

/** `planet export`: the feeds of feeds.yaml, in one of a few formats, or every stored entry. Needs no state. @returns the exit code */
export async function runExport(flags: ExportFlags): Promise<number> {
  if (flags.format !== undefined && !formats.includes(flags.format)) {
    throw new UsageError(`--format ${flags.format}: expected one of ${formats.join(', ')}`)
  }
  if (flags.entries && flags.format !== undefined)
    throw new UsageError('--entries has a format of its own: leave out --format')
  if (flags.text && !flags.entries) throw new UsageError('--text goes with --entries')
  const { config, state } = await loadPlanet(flags)
  try {
    if (flags.entries) await printEntries(state, flags.text ?? false)
    else printFeeds(config, await loadSubscriptions(config, state), flags)
  } catch (error) {
    throw explainDamage(error, state)
  }
  return exitCodes.done
}

type Listed = Awaited<ReturnType<typeof loadSubscriptions>>

function printFeeds(config: Config, feeds: Listed, flags: ExportFlags): void {
  const format = flags.format ?? 'opml'
  if (format === 'opml') printXml(renderOpml(config.title, config.owner, undefined, feeds))
  else if (format === 'ini') print(renderIni(config, feeds))
  else if (format === 'urls')
    print(
      feeds
        .flatMap(({ publicUrl }) => publicUrl ?? [])
        .map((url) => `${url}\n`)
        .join(''),
    )
  else printJson(makeJsonList(config, feeds), undefined, 2)
  const left = feeds.filter(({ publicUrl }) => publicUrl === undefined).map(({ name }) => makeLine(name))
  if (left.length === 0 || flags.quiet) return
  complain(`planet: left out, since they are asked with a key or with headers: ${left.join(', ')}\n`)
}

/** The keys of feeds.yaml, in JSON, which is YAML: how a blog looks and which entries are shown; how it is asked is left out. */
function makeJsonList({ title, url, description, language, timezone, owner }: Config, feeds: Listed) {
  const list = feeds.flatMap(({ source, publicUrl }) => {
    if (publicUrl === undefined) return []
    const { name, author, authorForce, site, face, language, tags, paused, dates, content, maxEntries } = source
    const keys = { name, author, author_force: authorForce, site, face, language, tags, paused, dates, content }
    return { url: publicUrl, ...keys, max_entries: maxEntries, include: source.include, exclude: source.exclude }
  })
  return { title, url, description, language, timezone, owner, feeds: list }
}

async function printEntries(state: StatePlace, hasText: boolean): Promise<void> {
  if (!(await hasStore(state))) return
  const store = await openStore(state)
  try {
    for await (const entry of store.everyEntry()) {
      printJson(hasText ? { ...makeJsonLine(entry), ...makeJsonText(entry) } : makeJsonLine(entry))
      await untilRead()
    }
  } finally {
    await store.close()
  }
}

/** One stored entry, as `planet export --entries` promises it: absent is null, dates are ISO 8601 in UTC. */
function makeJsonLine(entry: Entry & EntryRecord) {
  return {
    feed: entry.feed,
    id: entry.ids.at(-1) ?? null,
    ids: entry.ids,
    publishedId: entry.publishedId,
    link: entry.link ?? null,
    title: entry.title ?? null,
    published: entry.published ?? null,
    updated: entry.updated ?? null,
    firstSeen: entry.firstSeen,
    position: entry.position,
    shown: entry.offFront === undefined && entry.offSite === undefined,
    reason: entry.offSite ?? entry.offFront ?? null,
  }
}

/** Everything else stored of an entry: what another program needs to take it over. HTML is sanitised, links are absolute. */
function makeJsonText(entry: Entry) {
  const { authors, contributors, categories, links, enclosures } = entry
  return {
    titleHtml: entry.titleHtml ?? null,
    summaryHtml: entry.summaryHtml ?? null,
    contentHtml: entry.contentHtml ?? null,
    authors,
    contributors,
    categories,
    links,
    enclosures,
    language: entry.language ?? null,
    image: entry.image ?? null,
    source: entry.source ?? null,
    commentsUrl: entry.commentsUrl ?? null,
    rights: entry.rights ?? null,
    alsoIn: entry.alsoIn,
  }
}

/** The feeds of feeds.yaml, with what each declares of itself, where a build has asked it. */
async function loadSubscriptions(config: Config, state: StatePlace) {
  const known = new Map<string, FeedAbout | undefined>()
  if (await hasStore(state)) {
    const store = await openStore(state)
    try {
      for (const feed of await store.feeds()) known.set(feed.source.url, feed.state.about)
    } finally {
      await store.close()
    }
  }
  return config.feeds.map((source) => {
    const about = known.get(source.url)
    return {
      source,
      publicUrl: findPublicUrl(source),
      about,
      name: makeFeedName(source, about),
      site: source.site ?? about?.link,
    }
  })
}
