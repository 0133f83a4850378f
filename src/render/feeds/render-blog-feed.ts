import type { Entry, PartedFile, Planet, Subscription } from '../../model.ts'
import type { Watching } from '../make-from-entry.ts'
import type { Translate } from '../messages/open-messages.ts'
import { makeSiteUrl } from '../paths/make-site-url.ts'
import { blogPath, feedBeside } from '../paths/page-path.ts'
import { indexSubscriptions } from '../views/index-subscriptions.ts'
import { makeFeedDocument } from './make-feed-document.ts'
import type { FeedContext } from './make-feed-entry.ts'
import type { KeptTexts } from './open-kept-texts.ts'
import { renderPlaced } from './render-atom.ts'

type Context = Pick<FeedContext, 'calendar'> & { planet: Planet; translate: Translate } & Watching

/**
 * F-20: the feed of a blog, with everything that the blog brought: here its flood pushes out nobody else's entries.
 *
 * @param slug of the blog's page, beside which the feed stands
 * @param entries the blog's newest
 * @param texts where the entries are noted whose text in this feed is the same as in the archive
 */
export function renderBlogFeed(
  { name, firstReadAt, state }: Subscription,
  slug: string,
  entries: Entry[],
  { planet, calendar, translate, onBroken, onRendered }: Context,
  texts?: KeptTexts,
): PartedFile {
  const page = blogPath(slug)
  const path = feedBeside(page)
  const title = `${planet.title}: ${name}`
  // For a blog that could never be read: when it was first asked.
  const since = firstReadAt ?? ('since' in state ? state.since : undefined)
  const head = { id: makeSiteUrl(path, planet), title, page, since, isOfOneBlog: true }
  const subscriptions = indexSubscriptions(planet)
  const context = { planet, calendar, translate, onBroken, onRendered, subscriptions, isLive: false }
  const { parts, places } = renderPlaced(makeFeedDocument(head, entries, context), path)
  const kept = entries.flatMap(({ number, publishedId }) => {
    const place = places.get(publishedId)
    return number === undefined || place === undefined ? [] : { from: place.from, to: place.to, number, publishedId }
  })
  texts?.keep(path, kept)
  return { path, parts }
}
