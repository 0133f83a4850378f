import { makeSiteUrl } from '../paths/make-site-url.ts'
import { feedBeside, tagPath } from '../paths/page-path.ts'
import type { LinkView } from './link-span.ts'
import { linkTag } from './link-tag.ts'
import { listTags } from './list-tags.ts'
import type { ViewContext } from './view-context.ts'

/** /subscribe/, as its template sees it. */
export type SubscribeView = {
  /** Address of the list of blogs; empty where there is none. */
  list: string
  /** Each tag, and the address of its feed. */
  tags: (LinkView & { address: string })[]
}

export function makeSubscribeView(context: ViewContext): SubscribeView {
  const { planet } = context
  const hasFeeds = planet.archive.tags && planet.outputs.includes('atom')
  const tags = hasFeeds ? [...listTags(planet).keys()] : []
  return {
    list: planet.outputs.includes('opml') ? makeSiteUrl('opml.xml', planet) : '',
    tags: tags.map((tag) => ({
      ...linkTag(tag, context),
      address: makeSiteUrl(feedBeside(tagPath(tag)), planet),
    })),
  }
}
