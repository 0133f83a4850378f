import { fitAddress } from './fit-address.ts'
import { fitTag } from './fit-tag.ts'
import type { ImportedItem, ImportedPlanet, ImportNote } from './imported-planet.ts'
import { looksLikeFeed } from './looks-like-feed.ts'
import { makeItemComments } from './make-item-comments.ts'
import { type Link, readLinkLines, toWords } from './read-link-lines.ts'

/** Words that say what a link is, and no name. */
const label =
  /^(?:the\s+)?(?:(?:rss|atom|xml|json|web|blog)[\s/]*)?(?:feeds?|rss|rss\s?[12](?:\.0)?|atom|xml|blog|site|website|web|home(?:page)?|link|url|subscribe|flux)$/i
const feedLabel = /(?:^|[^\p{L}])(?:rss|atom|feeds?|xml|flux)(?:[^\p{L}]|$)/iu
const longestName = 80

/** True for a text with addresses in items of lists, in rows of tables, or in most of its lines. */
export function isMarkdown(text: string): boolean {
  return !/^\s*(\{|\[\s*[{"])/.test(text) && readLinkLines(text).lines.some(({ links }) => links.length > 0)
}

/**
 * A list of blogs in Markdown, as lists of good blogs are kept: items and rows with links. Which link is the feed, its words or its address
 * say; another one is the blog's page. A heading is a tag of the feeds below it, where there are several.
 *
 * @returns why it is none, where no link leads to a feed
 */
export function readMarkdown(text: string): ImportedPlanet | { problem: string } {
  const { lines, headings, isPlain } = readLinkLines(text)
  /** One sentence with an address may be a server's excuse. */
  const isSure = isPlain && lines.filter(({ links }) => links.length > 0).length > 1
  const notes: ImportNote[] = []
  const items: ImportedItem[] = []
  const pending = makeItemComments()
  const pages: string[] = []
  /** The item that the next ones are said of, where they are indented further: its name, and its page. */
  let above: { indent: number; name: string; page: Link | undefined } | undefined
  /** How many headings stand above the line. */
  let below = 0
  for (const [index, { line, indent, links, words, isComment }] of lines.entries()) {
    if (isComment) {
      pending.add(` ${words}`)
      continue
    }
    const parent = above !== undefined && indent > above.indent ? above : undefined
    const feed = findFeed(links) ?? (isSure && links.length === 1 ? links[0] : undefined)
    const page = links.find((other) => other !== feed)
    const own = findName(words, page, feed)
    const name = own ?? parent?.name ?? ''
    if (feed !== undefined) {
      const fitted = fitAddress(feed.url)
      if ('problem' in fitted) {
        leave(line, fitted.problem, name, feed.url)
        continue
      }
      if (fitted.change !== undefined) notes.push({ group: 'changed', line, message: fitted.change })
      const keys = new Map<string, unknown>(name === '' ? [] : [['name', name]])
      const site = page ?? (own === undefined ? parent?.page : undefined)
      if (site !== undefined) keys.set('site', site.url)
      while ((headings[below]?.line ?? line) < line) below++
      const tag = fitTag(headings[below - 1]?.words ?? '')
      if (tag !== undefined) keys.set('tags', [tag])
      items.push({ kind: 'feed', url: fitted.url, keys, inside: [], comments: pending.take(), line })
    } else if (parent !== undefined && own === undefined && page !== undefined) parent.page ??= page
    else {
      above = { indent, name, page }
      if (page === undefined || hasFeedBelow(index)) continue
      pages.push(page.url)
      leave(line, `${page.url}: a page without its feed, which planet add finds`, name, page.url)
    }
  }
  const feeds = items.flatMap((one) => (one.kind === 'feed' ? [one] : []))
  if (feeds.length === 0) {
    return {
      problem: `has links, and none of them to a feed; planet add finds the feed of a page${pages[0] === undefined ? '' : `: planet add ${pages[0]}`}`,
    }
  }
  if (new Set(feeds.map(({ keys }) => String(keys.get('tags')))).size < 2)
    for (const { keys } of feeds) keys.delete('tags')
  const rest = pending.take()
  if (rest.length > 0) items.push({ kind: 'comment', comments: rest, line: 0 })
  return { format: isPlain ? 'list of addresses' : 'list in Markdown', settings: [], items, notes }

  /** As a comment at its place. */
  function leave(line: number, message: string, name: string, url: string): void {
    notes.push({ group: 'needs you', line, message, isComment: true })
    pending.add(` ${[name, url.replace(/^(\w+:\/\/)[^/@]*@/, '$1')].filter((part) => part !== '').join(': ')}`)
  }

  /** Whether an item of its own below says its feed. */
  function hasFeedBelow(index: number): boolean {
    const from = lines[index]?.indent ?? 0
    for (const { indent, links, words } of lines.slice(index + 1, index + 10)) {
      if (indent <= from) return false
      const feed = findFeed(links)
      if (feed !== undefined) return findName(words, undefined, feed) === undefined
    }
    return false
  }
}

function findFeed(links: Link[]): Link | undefined {
  return links.find(({ text }) => feedLabel.test(text)) ?? links.find(({ url }) => looksLikeFeed(url))
}

/** The words of a link, or those before the first one; a label such as “RSS” is no name. */
function findName(words: string, page: Link | undefined, feed: Link | undefined): string | undefined {
  const before = words.split(/\s*[|]\s*/)
  const found = [page?.text, feed?.text, ...before].map((text) => toWords(text ?? ''))
  return found.find(
    (name) => /\p{L}/u.test(name) && name.length <= longestName && !label.test(name) && !/^\w+:\/\//.test(name),
  )
}
