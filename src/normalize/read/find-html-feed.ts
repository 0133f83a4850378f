import { Parser } from 'htmlparser2'
import { resolveUrl } from './resolve-url.ts'

const feedTypes = /^application\/(rss|atom|rdf|feed)\+(xml|json)$|^application\/json$|^text\/xml$/i

/** Where a page's links to its feed stand, at the latest. */
const headLength = 200_000

/** Whether a document is a web page and not a feed: HTML begins before anything that begins a feed. */
export function isHtml(text: string): boolean {
  const head = text.slice(0, headLength)
  const feed = head.search(/<(?:[\w.-]+:)?(?:rss|rdf|feed)[\s>]/i)
  const before = feed < 0 ? head : head.slice(0, feed)
  const page = before.search(/<!doctype\s+html|<(?:html|head|body)[\s>]/i)
  return page >= 0 && !isInComment(before, page)
}

function isInComment(text: string, at: number): boolean {
  const start = text.lastIndexOf('<!--', at)
  return start >= 0 && text.slice(start, at).indexOf('-->') < 0
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
