import { listTags } from '../list-tags.ts'
import type { ViewContext } from '../view-context.ts'
import type { LinkView } from './link-span.ts'
import { linkTag } from './link-tag.ts'

/** /subscribe/, as its template sees it. */
export type SubscribeView = {
  /** The feed of everything; empty where the planet has none. */
  address: string
  /** The list of blogs. */
  list: string
  tags: (LinkView & { address: string })[]
}

export function makeSubscribeView(context: ViewContext): SubscribeView {
  const { planet } = context
  const tags = planet.archive.tags ? [...listTags(planet).keys()] : []
  return {
    address: new URL('atom.xml', planet.url).href,
    list: new URL('opml.xml', planet.url).href,
    tags: tags.map((tag) => ({ ...linkTag(tag, context), address: '' })),
  }
}
