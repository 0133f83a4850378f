import { Parser } from 'htmlparser2'
import { resolveUrl } from './fields/resolve-url.ts'

const feedTypes = /^application\/(rss|atom|rdf|feed)\+(xml|json)$|^application\/json$|^text\/xml$/i

/** Where a page's links to its feed stand, at the latest. */
const headLength = 200_000

/** Whether a document is a web page and not a feed: HTML begins before anything that begins a feed. */
export function isHtml(text: string): boolean {
  const head = text.slice(0, headLength)
  const feed = searchOutsideComments(head, /<(?:[\w.-]+:)?(?:rss|rdf|feed)[\s>]/gi)
  const before = feed < 0 ? head : head.slice(0, feed)
  return searchOutsideComments(before, /<!doctype\s+html|<(?:html|head|body)[\s>]/gi) >= 0
}

function searchOutsideComments(text: string, pattern: RegExp): number {
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const comment = text.lastIndexOf('<!--', match.index)
    const end = comment < 0 ? -1 : text.indexOf('-->', comment)
    if (comment < 0 || (end >= 0 && end < match.index)) return match.index
    if (end < 0) return -1
    pattern.lastIndex = end
  }
  return -1
}

/** The first feed that a web page announces (`link rel=alternate` with a feed's type). */
export function findHtmlFeed(html: string, baseUrl: string): string | undefined {
  let base = baseUrl
  let found: string | undefined
  const parser = new Parser({
    onopentag(name, { rel = '', type = '', href = '' }) {
      if (name === 'base' && href !== '') base = resolveUrl(href, baseUrl) ?? baseUrl
      const isFeed = name === 'link' && /\balternate\b/i.test(rel) && feedTypes.test(type.replace(/;.*/, '').trim())
      if (isFeed && href !== '') found ??= resolveUrl(href, base)
    },
  })
  parser.end(html.slice(0, headLength))
  return found
}
