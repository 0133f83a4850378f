import type { Page } from '../../model.ts'
import type { YearView } from '../../theme.ts'
import { linkSpan, nameSpan } from './link-span.ts'
import { describeYear, makeYearCalendars } from './make-calendar-view.ts'
import { makeTitleView } from './make-entry-view.ts'
import type { ViewContext } from './view-context.ts'

export function makeYearView(page: Extract<Page, { kind: 'year' }>, context: ViewContext): YearView {
  const { planet, calendar } = context
  const hasMonths = planet.archive.pages.includes('month')
  return {
    heading: nameSpan(page.year, context),
    months: page.months.map(({ month, entries, isWhole }) => ({
      heading: nameSpan(month, context),
      id: `m${month.slice(5)}`,
      short: calendar.formatDay(month, '%Ob'),
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
