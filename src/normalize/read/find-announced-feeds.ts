import { Parser } from 'htmlparser2'
import type { AnnouncedFeed } from '../../model.ts'
import { resolveUrl } from '../../text/resolve-url.ts'
import { collapse } from './fields/collapse.ts'

const feedTypes = /^application\/(rss|atom|rdf|feed)\+(xml|json)$|^application\/json$|^(text|application)\/xml$/i

/** Addresses of the JSON that WordPress announces beside its feeds: one post, for programs. */
const notFeeds = /\/wp-json\/|[?&]rest_route=/

/** Characters of a page within which its links to feeds are looked for. */
const headLength = 500_000

/** No page has more that a person would choose from. */
const mostFeeds = 50

/** Words in the address or title of a feed of comments: WordPress, Blogger, Discourse and the like announce them beside the posts. */
const comments = /\bcomments?\b|\breplies\b|\bkommentare?\b|\bcommentaires?\b|\bcomentarios?\b/i

/**
 * The feeds that a web page announces (`link rel=alternate` with the type of a feed), each once, in its order; those of
 * comments last.
 *
 * @param baseUrl the page's address; its `base` element takes precedence
 */
export function findAnnouncedFeeds(html: string, baseUrl: string): AnnouncedFeed[] {
  const found = new Map<string, AnnouncedFeed>()
  let base = baseUrl
  const parser = new Parser({
    onopentag(name, { rel = '', type = '', href = '', title = '' }) {
      if (name === 'base' && href !== '') base = resolveUrl(href, baseUrl) ?? baseUrl
      if (name !== 'link' || href === '' || !/(^|\s)alternate(\s|$)/i.test(rel)) return
      if (!feedTypes.test(type.replace(/;.*/, '').trim())) return
      const url = resolveUrl(href, base)
      if (url === undefined || !/^https?:/.test(url) || notFeeds.test(url) || found.has(url) || found.size >= mostFeeds)
        return
      const label = collapse(title).slice(0, 200)
      found.set(url, { url, title: label || undefined, isComments: comments.test(`${label} ${new URL(url).pathname}`) })
    },
  })
  parser.end(html.slice(0, headLength))
  const feeds = [...found.values()]
  return [...feeds.filter(({ isComments }) => !isComments), ...feeds.filter(({ isComments }) => isComments)]
}
