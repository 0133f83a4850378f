import type { Day, EntryTitle, Page } from '../../model.ts'
import { spanPath } from '../paths/page-path.ts'
import { type LinkView, linkSpan, nameSpan } from './link-span.ts'
import { type CalendarView, makeCalendarView } from './make-calendar-view.ts'
import { makeTitleView, type TitleView } from './make-entry-view.ts'
import type { ViewContext } from './view-context.ts'

/** The page of a month, as its template sees it. */
export type MonthView = {
  heading: string
  calendar: CalendarView
  days: TitledDay[]
  older: LinkView | null
  newer: LinkView | null
  up: LinkView | null
}

/** Titles of one day. */
type TitledDay = { heading: string; link: string; entries: TitleView[] }

export function makeMonthView(page: Extract<Page, { kind: 'month' }>, context: ViewContext): MonthView {
  const { planet } = context
  const days = groupTitles(page.entries, context)
  return {
    heading: nameSpan(page.month, context),
    calendar: makeCalendarView(page.month, new Set(days.map(({ day }) => day)), undefined, context),
    days: days.map(({ day: _day, ...titled }) => titled),
    older: linkSpan(page.older, context),
    newer: linkSpan(page.newer, context),
    up: planet.archive.pages.includes('year') ? linkSpan(page.month.slice(0, 4), context) : null,
  }
}

/** Titles, newest first, by day. */
function groupTitles(entries: EntryTitle[], context: ViewContext): (TitledDay & { day: Day })[] {
  const days: (TitledDay & { day: Day })[] = []
  for (const entry of entries) {
    const day = context.calendar.dayOf(entry.position)
    if (days.at(-1)?.day !== day) {
      days.push({ day, heading: nameSpan(day, context), link: context.link(spanPath(day)), entries: [] })
    }
    days.at(-1)?.entries.push(makeTitleView(entry, context))
  }
  return days
}
