import type { Page, Subscription } from '../../model.ts'
import { remember } from '../../text/remember.ts'
import type { BlogsView, ListedBlog } from '../../theme.ts'
import { pagePath, recentPath, relativeLink } from '../paths/page-path.ts'
import { linkTag } from './link-tag.ts'
import { listLazily } from './list-lazily.ts'
import { listTags } from './list-tags.ts'
import { makeSparkline } from './make-sparkline.ts'
import { listByName, makeSubscriptionView } from './make-subscription-views.ts'
import { tellPostCounts } from './tell-post-counts.ts'
import type { ViewContext } from './view-context.ts'

/** Links to tags that are kept, since many blogs share them. */
const mostLinks = 1000

export function makeBlogsView(page: Extract<Page, { kind: 'blogs' }>, context: ViewContext): BlogsView {
  const { planet, translate, link } = context
  const named = listByName(planet.subscriptions.filter(({ active }) => active))
  const listed = page.order === 'name' ? named : named.toSorted((a, b) => lastOf(b) - lastOf(a))
  // Ten thousand links, each to another page, are not kept.
  const linkFrom = remember((file: string) => relativeLink(pagePath(page), file), mostLinks)
  const makeOne = (subscription: Subscription) =>
    makeListedBlog(subscription, page.postCounts, { ...context, link: linkFrom, blogs: new Map() })
  const views = (isQuiet: boolean) =>
    listLazily(
      listed.filter(({ standing }) => (standing === 'quiet') === isQuiet),
      makeOne,
    )
  const tags = planet.archive.tags ? [...listTags(planet).keys()] : []
  return {
    active: views(false),
    quiet: views(true),
    tags: tags.map((tag) => linkTag(tag, context)),
    orders: [
      { text: translate('byName'), link: link('blogs/index.html'), isHere: page.order === 'name' },
      { text: translate('byLastPost'), link: link(recentPath), isHere: page.order === 'last' },
    ],
  }
}

const lastOf = ({ span }: Subscription) => +(span?.last ?? 0)

function makeListedBlog(
  subscription: Subscription,
  postCounts: ReadonlyMap<string, number[]>,
  context: ViewContext,
): ListedBlog {
  const { source, about } = subscription
  const language = source.language ?? about?.language ?? ''
  const tags = context.planet.archive.tags ? [...new Set(source.tags)] : []
  const counts = postCounts.get(source.url) ?? []
  return {
    ...makeSubscriptionView(subscription, context),
    description: about?.subtitle ?? '',
    language: language === context.planet.language ? '' : language,
    tags: tags.map((tag) => linkTag(tag, context)),
    postCounts: { ...makeSparkline(counts), text: tellPostCounts(subscription, counts, context) },
  }
}
