import path from 'node:path'
import { addToList } from '../config/edit-list.ts'
import { keepDollars } from '../config/fill-environment.ts'
import { makeFeedKey } from '../config/make-feed-key.ts'
import { openConfigEdit } from '../config/open-config-edit.ts'
import { parseFeedUrl } from '../config/parse-address.ts'
import { parseYaml } from '../config/parse-yaml.ts'
import type { Config } from '../config/schema.ts'
import { openFetcher } from '../fetch/open-fetcher.ts'
import { cutColumns } from '../text/cut-columns.ts'
import { makeLine } from '../text/make-line.ts'
import { version } from '../version.ts'
import { openParserPool } from '../workers/open-parser-pool.ts'
import { askText, isInteractive } from './ask-operator.ts'
import { type Discovery, discoverFeeds, type FoundFeed } from './discover-feeds.ts'
import { exitCodes } from './exit-codes.ts'
import type { AddFlags } from './flags.ts'
import { loadPlanet } from './load-planet.ts'
import { complain, findColumns, print, printJson } from './print.ts'
import { renderDiscovery } from './render-discovery.ts'
import { UsageError } from './usage-error.ts'

/** One line of feeds.yaml that was written: what `--json` prints. */
type Added = { url: string; title: string | null; line: number }

/** An address of which nothing came, and why. */
type Refused = { address: string; message: string; code: number }

/**
 * `planet add`: find the feed of a page, or take the address of a feed, and write it into feeds.yaml. Of several addresses, those of
 * which something comes are written, all at once, when all have been looked at; the others are named.
 *
 * @param words addresses of pages or feeds
 * @returns the exit code, that of the worst
 */
export async function runAdd(words: string[], flags: AddFlags): Promise<number> {
  const { config } = await loadPlanet(flags)
  const { chosen, refused } = await findAll(words, config, flags)
  const added = flags.dryRun ? [] : await write(chosen, config.file)
  const name = path.basename(config.file)
  const its = added.length === 1 ? 'Its' : 'Their'
  const lines = flags.dryRun
    ? chosen.map(({ url }) => `Would add ${url}; nothing was written.`)
    : added.map(
        ({ line, url, title }) =>
          `Added to ${name}, line ${line}:   - ${url}${title === null ? '' : `     # ${title}`}`,
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

/** What comes of each address, one after the other: each feed once. */
async function findAll(
  words: string[],
  config: Config,
  flags: AddFlags,
): Promise<{ chosen: FoundFeed[]; refused: Refused[] }> {
  const network = { ...config.fetch, sources: config.feeds, userAgent: `planet/${version} (+${config.url})` }
  const [fetcher, parserPool] = [openFetcher(network), openParserPool()]
  const check = makeListedTest(config.feeds.map(({ url }) => url))
  const chosen = new Map<string, FoundFeed>()
  const refused: Refused[] = []
  try {
    for (const word of words) {
      try {
        const page = readAddress(word)
        check(page)
        const discovery = await discover(page, !hasScheme(word))
        for (const feed of await choose(page, discovery, flags)) {
          check(feed.url)
          if (!chosen.has(feed.url)) chosen.set(feed.url, feed)
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

  /** Where nobody said which, a server that knows no https may be asked in the clear. */
  async function discover(page: string, isGuessed: boolean): Promise<Discovery> {
    const discovery = await discoverFeeds(page, { fetcher, parserPool })
    if (!isGuessed || !['CONNECT', 'TLS'].includes(discovery.problem?.code ?? '')) return discovery
    const other = await discoverFeeds(page.replace(/^https:/, 'http:'), { fetcher, parserPool })
    return other.feeds.length > 0 ? other : discovery
  }
}

/** The server could not be reached: nothing is wrong with what was written on the command line. */
class OutageError extends UsageError {
  override name = 'OutageError'
}

/** "blog.example:8080" has none. */
function hasScheme(word: string): boolean {
  return /^[a-z][a-z0-9+.-]*:/i.test(word) && !/^[^/]+:\d+(\/|$)/.test(word)
}

/** An address as people write it: without a scheme it is of https. */
function readAddress(word: string): string {
  const text = hasScheme(word) ? word : `https://${word}`
  const result = parseFeedUrl(text.trim())
  if ('problem' in result) throw new UsageError(result.problem)
  return result.value
}

/** @returns a function that throws where a feed is listed, however it is spelled */
function makeListedTest(urls: string[]): (url: string) => void {
  const listed = new Map(urls.map((url) => [makeFeedKey(url), url]))
  return (url) => {
    const found = listed.get(makeFeedKey(url))
    if (found !== undefined) throw new UsageError(`${url} is listed already${found === url ? '' : `, as ${found}`}`)
  }
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

/** One line each, with the feed's title behind it. */
async function write(feeds: FoundFeed[], file: string): Promise<Added[]> {
  const edit = await openConfigEdit(file)
  let { text } = edit
  const added: Added[] = []
  for (const { url, title } of feeds) {
    const label = title === undefined ? undefined : cutColumns(makeLine(title), 80)
    const edited = addToList(text, 'feeds', keepDollars(url), label)
    if (edited === undefined) {
      throw new UsageError(
        `the list feeds: is written in a way that planet cannot edit; add this line there by hand: - ${url}`,
      )
    }
    text = edited
    const yaml = parseYaml(text)
    const list = yaml.valueAt(['feeds'])
    const { line } = yaml.placeOf(['feeds', Array.isArray(list) ? list.length - 1 : 0])
    added.push({ url, title: label ?? null, line })
  }
  if (added.length > 0) await edit.write(text)
  return added
}
