import type { Page } from '../../model.ts'
import type { MonthView } from '../../theme.ts'
import { groupTitles } from './group-titles.ts'
import { linkSpan, nameSpan } from './link-span.ts'
import { makeCalendarView } from './make-calendar-view.ts'
import type { ViewContext } from './view-context.ts'

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
