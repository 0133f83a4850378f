import type { Page, Subscription } from '../../model.ts'
import { remember } from '../../text/remember.ts'
import type { BlogsView, ListedBlog } from '../../theme.ts'
import { recentPath } from '../paths/page-path.ts'
import { linkTag } from './link-tag.ts'
import { listTags } from './list-tags.ts'
import { makeSparkline } from './make-sparkline.ts'
import { listByName, makeSubscriptionView } from './make-subscription-views.ts'
import { tellPostCounts } from './tell-post-counts.ts'
import type { ViewContext } from './view-context.ts'

export function makeBlogsView(page: Extract<Page, { kind: 'blogs' }>, context: ViewContext): BlogsView {
  const { planet, translate, link } = context
  const named = listByName(planet.subscriptions.filter(({ active }) => active))
  const listed = page.order === 'name' ? named : named.toSorted((a, b) => lastOf(b) - lastOf(a))
  // Asked for each part of one blog in turn, and for none again: ten thousand pictures are not kept.
  const makePostCounts = remember((subscription: Subscription) => {
    const counts = page.postCounts.get(subscription.source.url) ?? []
    return { ...makeSparkline(counts), text: tellPostCounts(subscription, counts, context) }
  }, 1)
  const views = (isQuiet: boolean) =>
    listed
      .filter(({ standing }) => (standing === 'quiet') === isQuiet)
      .map((subscription) => makeListedBlog(subscription, makePostCounts, context))
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
  makePostCounts: (subscription: Subscription) => ListedBlog['postCounts'],
  context: ViewContext,
): ListedBlog {
  const { source, about } = subscription
  const language = source.language ?? about?.language ?? ''
  const tags = context.planet.archive.tags ? [...new Set(source.tags)] : []
  return {
    ...makeSubscriptionView(subscription, context),
    description: about?.subtitle ?? '',
    language: language === context.planet.language ? '' : language,
    tags: tags.map((tag) => linkTag(tag, context)),
    // Drawn when it is shown: it is two kilobytes, and there may be ten thousand blogs.
    get postCounts() {
      return makePostCounts(subscription)
    },
  }
}
