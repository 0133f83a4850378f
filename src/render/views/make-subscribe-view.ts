import type { SubscribeView } from '../../theme.ts'
import { makeSiteUrl } from '../paths/make-site-url.ts'
import { digestPath, feedBeside, tagPath } from '../paths/page-path.ts'
import { linkTag } from './link-tag.ts'
import { listTags } from './list-tags.ts'
import type { ViewContext } from './view-context.ts'

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
