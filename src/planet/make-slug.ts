import type { StoredFeed } from '../store/store.ts'
import { makeFeedName } from './make-subscriptions.ts'

/** Names that some file systems reserve for devices, and names of our own pages beside `blog/`. */
const reserved = /^(con|prn|aux|nul|(com|lpt)\d|index|atom)$/

const longest = 60

/**
 * The name of a blog's pages: the blog's name in small letters without accents, digits and hyphens. Where that leaves nothing, because the
 * name is in another script, the feed's host.
 */
export function makeSlug({ source, state }: Pick<StoredFeed, 'source' | 'state'>): string {
  const host = new URL(source.url).host
  const slug = simplify(makeFeedName(source, state.about)) || simplify(host)
  return reserved.test(slug) ? `blog-${slug}` : slug || 'blog'
}

function simplify(text: string): string {
  const words = text.normalize('NFKD').replace(/\p{M}/gu, '').replaceAll('ß', 'ss').toLowerCase()
  return words
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, longest)
    .replace(/^-+|-+$/g, '')
}
