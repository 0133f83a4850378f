import { resolveWebUrl } from '../text/resolve-url.ts'
import { makeCard } from './make-card.ts'
import type { Attributes, Element } from './nodes.ts'

/** Classes of elements that a network's script replaces by one of its posts, and attributes that hold the post's address. */
const networks =
  /(^|\s)(instagram-media|text-post-media|tiktok-embed|fb-(post|video)|bluesky-embed|mastodon-embed|(twitter|reddit|threads)-embed|tweet)(\s|$)/
const addresses = ['data-instgrm-permalink', 'data-text-post-permalink', 'data-href', 'data-url', 'cite']

/** The page of a network's post, and some words of it. */
type Post = { url: string | undefined; words: string | undefined }

/**
 * A link to the network's post that a script would draw here, for where the element itself shows nothing: Instagram, Threads, TikTok,
 * Facebook; Substack's elements name the post in `data-attrs`.
 */
export function linkQuoted(attributes: Attributes, base: string | undefined): Element | undefined {
  if (!networks.test(attributes.get('class') ?? '')) return undefined
  const written = addresses.map((name) => attributes.get(name)).find((value) => value !== undefined)
  const { url, words } = written === undefined ? readAttrs(attributes.get('data-attrs')) : { url: written, words: '' }
  const href = url === undefined ? undefined : resolveWebUrl(url, base)
  if (href === undefined) return undefined
  const { host, pathname } = new URL(href)
  const place = host.replace(/^www\./, '')
  return words
    ? makeCard(href, words, place, attributes, base)
    : makeCard(href, undefined, `${place}${pathname}`, attributes, base)
}

function readAttrs(json: string | undefined): Post {
  if (json === undefined || json.length > 20_000) return { url: undefined, words: undefined }
  const post = parse(json)
  return { url: textOf(post.url), words: textOf(post.full_text)?.replace(/\s+/g, ' ').trim().slice(0, 300) }
}

function parse(json: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(json)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}
