import { createHash } from 'node:crypto'
import type { BlogView } from '../../theme.ts'
import { blogPath } from '../paths/page-path.ts'
import type { ViewContext } from './view-context.ts'

export function makeBlogView(feed: string, context: ViewContext): BlogView {
  const { planet, subscriptions, link } = context
  const subscription = subscriptions.get(feed)
  const name = subscription?.name ?? new URL(feed).host
  const { slug, site } = subscription ?? {}
  return {
    name,
    site: site ?? '',
    page: slug === undefined || !planet.archive.authors ? '' : link(blogPath(slug)),
    face: { image: makeImage(feed, context), letter: findLetter(name), hue: findHue(feed) },
  }
}

/** A face is an address, or a file of the site. */
function makeImage(feed: string, { faces, planet, link }: ViewContext): string {
  const face = faces.get(feed)
  if (face === undefined) return ''
  if (!/^https?:/.test(face)) return link(face)
  return planet.images === 'remote' ? face : ''
}

function findLetter(name: string): string {
  return (/[\p{L}\p{N}]/u.exec(name)?.[0] ?? '•').toUpperCase()
}

function findHue(feed: string): number {
  return (createHash('sha256').update(feed).digest()[0] ?? 0) % 8
}
