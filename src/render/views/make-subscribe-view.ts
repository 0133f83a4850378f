import { makeSiteUrl } from '../paths/make-site-url.ts'
import { digestPath, feedBeside, tagPath } from '../paths/page-path.ts'
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
  /** The feeds with an entry for each day or week. */
  digests: { text: string; address: string }[]
}

export function makeSubscribeView(context: ViewContext): SubscribeView {
  const { planet } = context
  const hasFeeds = planet.archive.tags && planet.outputs.includes('atom')
  const tags = hasFeeds ? [...listTags(planet).keys()] : []
  const digests = planet.digest ?? []
  return {
    digests: digests.map((kind) => ({
      text: context.translate(kind === 'weekly' ? 'digestWeekly' : 'digestDaily'),
      address: makeSiteUrl(digestPath(kind), planet),
    })),
    list: planet.outputs.includes('opml') ? makeSiteUrl('opml.xml', planet) : '',
    tags: tags.map((tag) => ({
      ...linkTag(tag, context),
      address: makeSiteUrl(feedBeside(tagPath(tag)), planet),
    })),
  }
}
