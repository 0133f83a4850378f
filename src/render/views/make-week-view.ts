import type { Page } from '../../model.ts'
import type { WeekView } from '../../theme.ts'
import { hasArchivePage } from '../paths/has-archive-page.ts'
import { digestPath } from '../paths/page-path.ts'
import { groupEntries } from './group-entries.ts'
import { nameSpan } from './link-span.ts'
import type { ViewContext } from './view-context.ts'

/** Entries of a week that are shown whole; further entries show their first words. */
const mostWhole = 100

export function makeWeekView(page: Extract<Page, { kind: 'week' }>, context: ViewContext): WeekView {
  const { planet, link, translate } = context
  const grouping = { days: true, blogs: planet.show.group === 'day', namesBlog: true, most: mostWhole } as const
  const hasArchive = hasArchivePage(planet)
  return {
    heading: [page.first, page.last].map((day) => nameSpan(day, context)).join(' – '),
    days: groupEntries(page.entries, { ...grouping, content: planet.show.content }, context),
    ownFeed: link(digestPath('weekly')),
    up: hasArchive
      ? { text: translate('archive'), link: link('archive/index.html') }
      : { text: planet.title, link: link('index.html') },
  }
}
