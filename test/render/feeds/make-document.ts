import type { Entry, Planet } from '../../../src/model.ts'
import { openCalendar } from '../../../src/render/dates/open-calendar.ts'
import type { FeedDocument } from '../../../src/render/feeds/feed-document.ts'
import { type FeedHead, makeFeedDocument } from '../../../src/render/feeds/make-feed-document.ts'
import { openMessages } from '../../../src/render/messages/open-messages.ts'
import { makePlanet } from '../make-site.ts'

const calendar = await openCalendar('UTC', 'en')

/** The main feed of a planet, with these entries. */
export function makeDocument(
  entries: Entry[],
  planet: Partial<Planet> = {},
  head: Partial<FeedHead> = {},
): FeedDocument {
  const whole = makePlanet(planet)
  const subscriptions = new Map(whole.subscriptions.map((subscription) => [subscription.source.url, subscription]))
  return makeFeedDocument(
    { id: whole.id, title: whole.title, subtitle: whole.description, page: 'index.html', ...head },
    entries,
    { planet: whole, calendar, subscriptions, translate: openMessages(whole.language), isLive: true },
  )
}
