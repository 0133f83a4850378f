import type { Page } from '../../model.ts'
import { type LinkView, linkSpan, nameSpan } from './link-span.ts'
import { type CalendarView, describeYear, makeYearCalendars } from './make-calendar-view.ts'
import { makeTitleView, type TitleView } from './make-entry-view.ts'
import type { ViewContext } from './view-context.ts'

/** The page of a year, as its template sees it. */
export type YearView = {
  heading: string
  months: TitledMonth[]
  calendars: CalendarView[]
  total: string
  shades: string
  older: LinkView | null
  newer: LinkView | null
}

/** Titles of one month; without a page of the month, `link` is empty. */
type TitledMonth = {
  heading: string
  link: string
  /** False where the page of the month has more. */
  isWhole: boolean
  entries: (TitleView & { day: string })[]
}

export function makeYearView(page: Extract<Page, { kind: 'year' }>, context: ViewContext): YearView {
  const { planet, calendar } = context
  const hasMonths = planet.archive.pages.includes('month')
  return {
    heading: nameSpan(page.year, context),
    months: page.months.map(({ month, entries, isWhole }) => ({
      heading: nameSpan(month, context),
      link: hasMonths ? (linkSpan(month, context)?.link ?? '') : '',
      isWhole,
      entries: entries.map((entry) => ({
        ...makeTitleView(entry, context),
        day: calendar.format(entry.position, '%-d'),
      })),
    })),
    calendars: makeYearCalendars(page.counts, context),
    ...describeYear(page.counts, context),
    older: linkSpan(page.older, context),
    newer: linkSpan(page.newer, context),
  }
}
