import { addToList } from '../config/edit-list.ts'
import { keepDollars } from '../config/fill-environment.ts'
import { makeFeedKey } from '../config/make-feed-key.ts'
import { openConfigEdit } from '../config/open-config-edit.ts'
import { parseFeedUrl } from '../config/parse-address.ts'
import { parseYaml } from '../config/parse-yaml.ts'
import { showFile } from '../config/show-file.ts'
import { openFetcher } from '../fetch/open-fetcher.ts'
import { cutColumns } from '../text/cut-columns.ts'
import { makeLine } from '../text/make-line.ts'
import { version } from '../version.ts'
import { openParserPool } from '../workers/open-parser-pool.ts'
import { askText, isInteractive } from './ask-operator.ts'
import { type Discovery, discoverFeeds, type FoundFeed } from './discover-feeds.ts'
import { exitCodes } from './exit-codes.ts'
import type { AddFlags } from './flags.ts'
import { isPageAddress } from './is-page-address.ts'
import { listKnownFeeds } from './list-known-feeds.ts'
import { loadPlanet, type PlanetPlaces } from './load-planet.ts'
import { complain, findColumns, print, printJson } from './print.ts'
import { quoteForShell } from './quote-for-shell.ts'
import { renderDiscovery } from './render-discovery.ts'
import { replaceAddress } from './replace-address.ts'
import { tellMoves } from './tell-moves.ts'
import { UsageError } from './usage-error.ts'

/** One line of feeds.yaml that was written: what `--json` prints. `instead` is the page whose address stood in that line. */
type Added = { url: string; title: string | null; line: number; instead: string | null }

/** A feed to write. `instead`: the listed address of a web page, which the feed replaces. */
type Chosen = FoundFeed & { instead: string | undefined }

/** An address of which nothing came, and why. */
type Refused = { address: string; message: string; code: number }

/**
 * `planet add`: find the feed of a page, or take the address of a feed, and write it into feeds.yaml. Of several addresses, all that lead
 * to a feed are written in one edit, after all have been asked; the others are named as refused. Where feeds.yaml lists the page itself in
 * place of its feed, the feed's address replaces it.
 *
 * @param words addresses of pages or feeds
 * @returns the exit code of the worst address
 */
export async function runAdd(words: string[], flags: AddFlags): Promise<number> {
  const places = await loadPlanet(flags)
  const { config } = places
  const { chosen, refused } = await findAll(words, places, flags)
  const added = flags.dryRun ? [] : await write(chosen, places)
  const name = showFile(config.file)
  const its = added.length === 1 ? 'Its' : 'Their'
  const lines = flags.dryRun
    ? chosen.map(({ url, instead }) =>
        instead === undefined
          ? `Would add ${url}; nothing was written.`
          : `Would write ${url} in place of ${instead}; nothing was written.`,
      )
    : added.map(({ line, url, title, instead }) =>
        instead === null
          ? `Added to ${name}, line ${line}:   - ${url}${title === null ? '' : `     # ${title}`}`
          : `Written into ${name}, line ${line}, in place of ${instead}:   ${url}`,
      )
  if (flags.json)
    printJson({ schema: 1, added, refused: refused.map(({ address, message }) => ({ address, message })) })
  else if (!flags.quiet && lines.length > 0) {
    print([...lines, ...(added.length > 0 ? [`${its} entries will appear at the next build.`] : []), ''].join('\n'))
  }
  for (const { message } of refused) {
    const isWhole = words.length === 1 && !/\n|\?$/.test(message)
    complain(`planet: ${message}${isWhole ? '; nothing was added' : ''}\n`)
  }
  return refused.reduce<number>((worst, { code }) => (worst === exitCodes.usage ? worst : code), exitCodes.done)
}

/** Find the feeds of each address, one address after the other, each feed once. */
async function findAll(
  words: string[],
  places: PlanetPlaces,
  flags: AddFlags,
): Promise<{ chosen: Chosen[]; refused: Refused[] }> {
  const { config } = places
  const network = { ...config.fetch, sources: config.feeds, userAgent: `planet/${version} (+${config.url})` }
  const fetcher = openFetcher(network)
  const parserPool = openParserPool()
  const listed = new Map(config.feeds.map(({ url }) => [makeFeedKey(url), url]))
  const chosen = new Map<string, Chosen>()
  const refused: Refused[] = []
  try {
    for (const word of words) {
      try {
        const page = readAddress(word)
        const place = listed.get(makeFeedKey(page))
        if (place !== undefined && !(await isKnownAsPage(place, places))) throw explainListed(page, place)
        const discovery = await discover(page, !hasScheme(word))
        if (place !== undefined && discovery.isFeed) throw explainListed(page, place)
        let instead = place
        for (const feed of await choose(page, discovery, flags)) {
          const other = listed.get(makeFeedKey(feed.url))
          if (other !== undefined) throw explainListed(feed.url, other, place)
          if (chosen.has(feed.url)) continue
          chosen.set(feed.url, { ...feed, instead })
          instead = undefined
        }
      } catch (error) {
        if (!(error instanceof UsageError)) throw error
        const code = error instanceof OutageError ? exitCodes.tryLater : exitCodes.usage
        refused.push({ address: word, message: error.message, code })
      }
    }
  } finally {
    await Promise.all([fetcher.close(), parserPool.close()])
  }
  return { chosen: [...chosen.values()], refused }

  /** Where the address was given without a scheme, a server that knows no https may be asked by http. */
  async function discover(page: string, isGuessed: boolean): Promise<Discovery> {
    const discovery = await discoverFeeds(page, { fetcher, parserPool })
    if (!isGuessed || !['CONNECT', 'TLS'].includes(discovery.problem?.code ?? '')) return discovery
    const other = await discoverFeeds(page.replace(/^https:/, 'http:'), { fetcher, parserPool })
    return other.feeds.length > 0 ? other : discovery
  }
}

/** The server could not be reached: nothing is wrong with the command line itself. */
class OutageError extends UsageError {
  override name = 'OutageError'
}

/** Whether an address has a scheme: "blog.example:8080" has none. */
function hasScheme(word: string): boolean {
  return /^[a-z][a-z0-9+.-]*:/i.test(word) && !/^[^/]+:\d+(\/|$)/.test(word)
}

/** An address as people write it: without a scheme, https is meant. */
function readAddress(word: string): string {
  const text = word.trim()
  if (text === '') throw new UsageError('name the address of a page or of a feed: planet add https://blog.example')
  if (/\s/.test(text)) {
    throw new UsageError(
      `"${text}" is no address, for it has a blank inside: give several without quotes around them all, and write a blank as %20`,
    )
  }
  const result = parseFeedUrl(hasScheme(text) ? text : `https://${text}`)
  if ('problem' in result) throw new UsageError(result.problem)
  return result.value
}

/**
 * Whether the feed's last answer was a web page, or, not asked yet, may be one: then the operator listed the blog's address in place of its
 * feed's.
 */
async function isKnownAsPage(url: string, places: PlanetPlaces): Promise<boolean> {
  const feed = (await listKnownFeeds(places)).find(({ source }) => source.url === url)
  if (feed === undefined || feed.source.from !== undefined) return false
  const { failure, asked } = feed.state
  return failure?.problem.code === 'HTML' || (asked === undefined && isPageAddress(url))
}

/** @param page the listed web page that announces a feed which is also listed */
function explainListed(url: string, place: string, page?: string): UsageError {
  const as = place === url ? '' : `, as ${place}`
  const advice = page === undefined ? '' : `; take the page out: planet remove --keep ${quoteForShell(page)}`
  return new UsageError(`${url} is listed already${as}${advice}`)
}

async function choose(page: string, { feeds, problem }: Discovery, flags: AddFlags): Promise<FoundFeed[]> {
  if (feeds.length === 0 && problem !== undefined && ['DNS', 'CONNECT', 'TLS'].includes(problem.code)) {
    throw new OutageError(`${page}: ${problem.message}`)
  }
  if (feeds.length === 0) throw new UsageError(explainNothing(page, problem))
  if (feeds.length === 1) return feeds
  const list = [`Found at ${page}:`, ...renderDiscovery(feeds, new Date(), findColumns(120))]
  const main = feeds.filter(({ kind, sameAs }) => kind === 'posts' && sameAs === undefined)
  if (isInteractive() && !flags.json) {
    print(`${list.join('\n')}\n`)
    const suggested = feeds.findIndex(({ url }) => url === (main[0] ?? feeds[0])?.url) + 1
    return readChoice(await askText(`Add which? [${suggested}] `), suggested, feeds)
  }
  if (main.length === 1) return main
  throw new UsageError(`${list.join('\n')}\nsay which: planet add URL`)
}

/** "2", "1 3", "1,3"; nothing is the suggested one. */
function readChoice(answer: string, suggested: number, feeds: FoundFeed[]): FoundFeed[] {
  const numbers = answer === '' ? [suggested] : answer.split(/[\s,]+/).map(Number)
  return [...new Set(numbers)].map((number) => {
    const feed = feeds[number - 1]
    if (feed === undefined) throw new UsageError(`"${answer}" is none of 1 to ${feeds.length}`)
    return feed
  })
}

function explainNothing(page: string, problem: Discovery['problem']): string {
  if (problem === undefined || problem.code !== 'HTML') return `${page}: ${problem?.message ?? 'no feed was found'}`
  return `${page} announces no feed, and none stands where feeds usually are (/feed, /atom.xml, /rss.xml, /index.xml, /feed.json); ask its author for the address`
}

/** Write each feed on a line of its own, with its title as a comment; or in the line of the page that it replaces. */
async function write(feeds: Chosen[], { config, state }: PlanetPlaces): Promise<Added[]> {
  const edit = await openConfigEdit(config.file)
  let { text } = edit
  const added: Added[] = []
  for (const { url, title, instead } of feeds) {
    const label = title === undefined ? undefined : cutColumns(makeLine(title), 80)
    const edited = instead === undefined ? append(text, url, label) : replaceAddress(text, instead, url)
    text = edited.text
    added.push({ url, title: label ?? null, line: edited.line, instead: instead ?? null })
  }
  if (added.length === 0) return []
  const moves = added.flatMap(({ url, instead }) => (instead === null ? [] : [{ from: instead, to: url }]))
  await tellMoves(moves, state)
  await edit.write(text)
  return added
}

function append(text: string, url: string, label: string | undefined): { text: string; line: number } {
  const edited = addToList(text, 'feeds', keepDollars(url), label)
  if (edited === undefined) {
    throw new UsageError(
      `the list feeds: is written in a way that planet cannot edit; add this line there by hand: - ${url}`,
    )
  }
  const yaml = parseYaml(edited)
  const list = yaml.valueAt(['feeds'])
  return { text: edited, line: yaml.placeOf(['feeds', Array.isArray(list) ? list.length - 1 : 0]).line }
}
