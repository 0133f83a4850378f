import { hash } from 'node:crypto'
import { remember } from '../../text/remember.ts'
import type { BlogView } from '../../theme.ts'
import { blogPath } from '../paths/page-path.ts'
import type { ViewContext } from './view-context.ts'

/** The view of a blog, made once for a page, since its entries share it. */
export function makeBlogView(feed: string, context: ViewContext): BlogView {
  const { planet, subscriptions, link, blogs } = context
  const known = blogs.get(feed)
  if (known !== undefined) return known
  const subscription = subscriptions.get(feed)
  const name = subscription?.name ?? new URL(feed).host
  const { slug, site } = subscription ?? {}
  const view = {
    name,
    site: site ?? '',
    page: slug === undefined || !planet.archive.authors ? '' : link(blogPath(slug)),
    face: { image: makeImage(feed, context), letter: findLetter(name), hue: findHue(feed) },
  }
  blogs.set(feed, view)
  return view
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

const findHue = remember((feed: string) => Number.parseInt(hash('sha256', feed, 'hex').slice(0, 2), 16) % 8)
