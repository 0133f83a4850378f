import type { AnnouncedFeed, FeedProblem, ReadInput, ReadResult } from '../../model.ts'
import { excuseMistake } from '../../text/excuse-mistake.ts'
import { loginPage } from '../../text/login-page.ts'
import { decode } from './charset/decode.ts'
import { collectWarnings, type Warn } from './collect-warnings.ts'
import { cleanFields } from './fields/clean-fields.ts'
import { limitAbout } from './fields/limit-about.ts'
import type { KnownTexts } from './fields/make-entry.ts'
import { type MadeFeed, makeFeed } from './fields/make-feed.ts'
import { findAnnouncedFeeds } from './find-announced-feeds.ts'
import { findRefresh } from './find-refresh.ts'
import { isHtml } from './is-html.ts'
import { jsonToTree } from './json/json-to-tree.ts'
import { parseJson } from './json/parse-json.ts'
import { parseJsonFeed } from './json/parse-json-feed.ts'
import { unwrapJson } from './json/unwrap-json.ts'
import { type Element, elementsOf, textOf } from './xml/element.ts'
import { type FoundFeed, findFeed } from './xml/find-feed.ts'
import { parseTree, type TreeReader } from './xml/parse-tree.ts'
import { repair } from './xml/repair.ts'

type WebPage = FeedProblem & { announced: AnnouncedFeed[]; sendsTo: string | undefined }
type Outcome = MadeFeed | FeedProblem | WebPage
/** The settings for reading one document. */
type Reading = { baseUrl: string; known: KnownTexts; warn: Warn; reader: TreeReader | undefined }

/** A body, and the entries that were made of it before and need not be made again. */
export type KnowingInput = ReadInput & { known?: KnownTexts }

const nothing: KnownTexts = { sources: new Set(), elements: undefined }

/**
 * Read the body of an answer: Atom 1.0 and 0.3, RSS of any version, also in JSON, JSON Feed.
 *
 * Faults are repaired where they can mean only one thing, and reported in `warnings` (docs/reading.md).
 *
 * @param reader read XML with this reader only, so that tests can compare the two
 * @returns never rejects: a body that cannot be read comes back as `unreadable`; where the mistake is ours, the code is INTERNAL
 */
export async function read(input: KnowingInput, reader?: TreeReader): Promise<ReadResult> {
  const { warn, warnings } = collectWarnings()
  try {
    const reading = { baseUrl: input.baseUrl, known: input.known ?? nothing, warn, reader }
    const outcome = await readText(decode(input.body, input.contentType, warn), reading)
    if ('announced' in outcome) {
      const { announced, sendsTo, ...problem } = outcome
      return cleanFields({ kind: 'unreadable', problem, announced, sendsTo })
    }
    if ('code' in outcome) return cleanFields({ kind: 'unreadable', problem: outcome })
    const about = limitAbout(outcome.about, warn)
    const entries = outcome.entries.map(({ entry }) => entry)
    const sources = outcome.entries.map(({ source }) => source)
    const elements = outcome.entries.map(({ element }) => element)
    const { isCut, ...made } = outcome
    const entry = outcome.entries.findIndex((one) => one.isCut)
    const cut = isCut ? { entry: entry < 0 ? undefined : entry } : undefined
    const feed = { ...made, about, entries, warnings: warnings() }
    return cleanFields({ kind: 'read', feed, sources, elements, cut })
  } catch (error) {
    return { kind: 'unreadable', problem: { code: 'INTERNAL', message: excuseMistake(error) } }
  }
}

async function readText(text: string, reading: Reading): Promise<Outcome> {
  const start = text.replace(/^[\uFEFF\s]+/, '').slice(0, 1)
  if (start === '') return { code: 'EMPTY', message: 'the answer was empty' }
  if (start === '{' || start === '[') return readJson(text.replace(/^\uFEFF/, ''), reading)
  const wrapped = start === '<' ? undefined : unwrapJson(text)
  if (wrapped !== undefined) {
    const outcome = readJson(wrapped, reading)
    if (!('code' in outcome)) reading.warn('ILL_FORMED', isInside)
    return outcome
  }
  if (isBinary(text)) return { code: 'UNREADABLE', message: 'is not text, but an image, an archive or the like' }
  if (isHtml(text)) return htmlProblem(text, reading.baseUrl)
  return readXml(text, reading)
}

function readJson(text: string, { baseUrl, known, warn }: Reading): Outcome {
  const feed = parseJsonFeed(text, baseUrl, known.sources, warn)
  if (feed === undefined) return { code: 'UNREADABLE', message: 'begins like JSON, but cannot be read as such' }
  if (feed !== 'not-a-feed') return feed
  const tree = jsonToTree(parseJson(text, warn)?.value)
  const found = tree === undefined ? undefined : findFeed(tree)
  return found === undefined
    ? { code: 'NOT_A_FEED', message: 'is JSON, but no JSON Feed' }
    : makeFeed(found, baseUrl, known, warn)
}

const isInside = 'the feed is written inside another document'

async function readXml(text: string, reading: Reading): Promise<Outcome> {
  const { warn, reader } = reading
  const top = await parseTree(repair(text, warn), warn, reader)
  const found = findFeed(top)
  if (found !== undefined) {
    if (found.root !== top && !elementsOf(top).includes(found.root)) warn('ILL_FORMED', isInside)
    const made = await makeFound(found, text, reading)
    return top.isCut ? { ...made, isCut: true } : made
  }
  // A whole feed as the text of something else: in a CDATA section, or escaped once more.
  const inner = textOf(top).trim()
  const innerFound = isFeedText(inner) ? findFeed(await parseTree(repair(inner, warn), warn, reader)) : undefined
  if (innerFound === undefined) return notAFeed(top, text, reading.baseUrl)
  warn('ILL_FORMED', isInside)
  return makeFound(innerFound, inner, reading)
}

/** A feed may have no entries; but where entries plainly begin in its text, they are read from there, whatever is around them. */
async function makeFound(found: FoundFeed, text: string, reading: Reading): Promise<Outcome> {
  const { baseUrl, known, warn, reader } = reading
  const starts = found.entries.length > 0 ? [] : findEntryStarts(text)
  const [first] = starts
  if (first === undefined) return makeFeed(found, baseUrl, known, warn)
  // With a prefix, they are somebody's own, and no entries of a feed.
  const isOwn = /^<(item|entry)/i.test(text.slice(first, first + 6))
  const rest = isOwn ? findFeed(await parseTree(repair(text.slice(first), warn), warn, reader)) : undefined
  if (rest !== undefined && rest.entries.length > 0) {
    warn('ILL_FORMED', 'its entries stand where no format has them')
    return makeFeed({ ...found, entries: rest.entries }, baseUrl, known, warn)
  }
  const what = starts.length === 1 ? 'an entry begins' : `${starts.length} entries begin`
  return { code: 'UNREADABLE', message: `is too damaged to be read: ${what} in it, but none can be told apart` }
}

function findEntryStarts(text: string): number[] {
  const starts = text.matchAll(
    /<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<!--[\s\S]*?(?:-->|$)|<(?:(?!content:)[\w.-]{1,20}:)?(?:item|entry)[\s>]/gi,
  )
  return [...starts].filter(([start]) => !start.startsWith('<!')).map(({ index }) => index)
}

function isFeedText(text: string): boolean {
  return /^<(\?xml|!--|(?:[\w.-]+:)?(rss|rdf|feed)\b)/i.test(text)
}

/** Whether a text comes from binary data: much of the beginning of an image or archive is no text in any charset. */
function isBinary(text: string): boolean {
  const head = text.slice(0, 1000)
  const odd = head.match(/[\u0000-\u0008\u000E-\u001F\uFFFD]/g)?.length ?? 0
  return odd > head.length / 10
}

/** The problem of a web page in place of a feed, with every feed that it announces: the commonest mistake is to list a blog's home page. */
function htmlProblem(html: string, baseUrl: string): Outcome {
  const announced = findAnnouncedFeeds(html, baseUrl)
  const urls = announced.map(({ url, isComments }) => (isComments ? `${url} (comments)` : url))
  const sendsTo = urls.length === 0 ? findRefresh(html, baseUrl) : undefined
  if (urls.length === 0 && sendsTo === undefined && asksForPassword(html)) {
    return { code: 'HTML', message: loginPage, announced, sendsTo }
  }
  const advice =
    urls.length === 0
      ? sendsTo === undefined
        ? ''
        : `; it sends browsers on to ${sendsTo}`
      : `; the ${urls.length === 1 ? 'feed that it announces is' : 'feeds that it announces are'} ${urls.join(', ')}`
  return { code: 'HTML', message: `is a web page (HTML), not a feed${advice}`, announced, sendsTo }
}

const asksForPassword = (html: string) =>
  /<input\s(?:[^<>]*\s)?type\s*=\s*["']?password\b/i.test(html.slice(0, 500_000))

/** Elements with which fragments of pages begin: "<h1>Not found</h1>". */
const htmlPieces =
  /^(?:a|article|aside|b|base|body|br|button|center|div|font|footer|form|h[1-6]|head|header|hr|html|iframe|img|input|main|meta|nav|noscript|ol|p|pre|script|section|span|style|table|ul)$/i
/** The head of a page, without the tags around it, that HTML can do without; feeds have a `title` and a `link` in elements of their own. */
const headPieces =
  /^(?:<!--(?:(?!-->).)*-->|\s)*<(?:link\s[^>]*\b(?:rel|href)\s*=|title[\s>][^<]*<\/title\s*>\s*(?:$|<(?:link\s|meta|base|style|script|p|h\d|div|body)))/is

function notAFeed(top: Element, text: string, baseUrl: string): Outcome {
  const [root] = elementsOf(top)
  // A text that begins with words is no markup, whatever tag they mention.
  const head = text.slice(0, 5000)
  // Of a tag that never ends, no element is made.
  if (headPieces.test(head) || (root === undefined && htmlPieces.test(/^\s*<([a-z]\w*)\s/i.exec(head)?.[1] ?? ''))) {
    return htmlProblem(text, baseUrl)
  }
  if (root === undefined || !/^[\uFEFF\s]*</.test(text))
    return { code: 'NOT_A_FEED', message: 'is plain text, not a feed' }
  if (htmlPieces.test(root.name)) return htmlProblem(text, baseUrl)
  if (root.name === 'opml') {
    const advice = 'planet import reads it, and include: in feeds.yaml follows it'
    return { code: 'NOT_A_FEED', message: `is a list of feeds (OPML), not a feed; ${advice}` }
  }
  return { code: 'NOT_A_FEED', message: `is XML, but no feed (its first element is “${root.name}”)` }
}
