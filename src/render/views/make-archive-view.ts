import type { Month, Page, Year } from '../../model.ts'
import type { ArchiveView, ArchiveYear } from '../../theme.ts'
import { linkLanguage } from './link-language.ts'
import { linkMonth, linkSpan, nameSpan } from './link-span.ts'
import { linkTag } from './link-tag.ts'
import { describeYear, makeYearCalendars } from './make-calendar-view.ts'
import type { ViewContext } from './view-context.ts'

export function makeArchiveView(page: Extract<Page, { kind: 'archive' }>, context: ViewContext): ArchiveView {
  const written = new Set(page.months)
  const years = [...new Set(page.months.map((month) => month.slice(0, 4)))]
  return {
    years: years.map((year) => makeYear(year, written, context)),
    calendars: makeYearCalendars(page.counts, context),
    ...describeYear(page.counts, context),
    tags: (page.topics?.tags ?? []).map(({ tag, name }) => linkTag(tag, context, name)),
    languages: (page.topics?.languages ?? []).map((language) => linkLanguage(language, context)),
  }
}

function makeYear(year: Year, written: Set<Month>, context: ViewContext): ArchiveYear {
  const { planet, calendar } = context
  const months = Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, '0')}`)
  return {
    heading: nameSpan(year, context),
    link: planet.archive.pages.includes('year') ? (linkSpan(year, context)?.link ?? '') : '',
    months: months.map((month) => ({
      short: calendar.formatDay(month, '%Ob'),
      long: nameSpan(month, context),
      link: written.has(month) ? (linkMonth(month, context)?.link ?? '') : '',
    })),
  }
}
