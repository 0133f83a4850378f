import type { Day, EntryTitle, Month, Page } from '../../model.ts'
import { spanPath } from '../paths/page-path.ts'
import { type LinkView, linkSpan, nameSpan } from './link-span.ts'
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

/** P-31: a month as a table. Days before the first and after the last are empty texts. */
type CalendarView = {
  caption: string
  weekdays: { short: string; long: string }[]
  weeks: { number: string; link: string; title: string }[][]
}

/** Titles of one day. */
type TitledDay = { heading: string; link: string; entries: TitleView[] }

export function makeMonthView(page: Extract<Page, { kind: 'month' }>, context: ViewContext): MonthView {
  const { planet } = context
  const days = groupTitles(page.entries, context)
  return {
    heading: nameSpan(page.month, context),
    calendar: makeCalendar(page.month, new Set(days.map(({ day }) => day)), context),
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

function makeCalendar(month: Month, written: Set<Day>, context: ViewContext): CalendarView {
  const { calendar } = context
  const [year = 0, number = 0] = month.split('-').map(Number)
  const length = new Date(Date.UTC(year, number, 0)).getUTCDate()
  const blanks = (new Date(Date.UTC(year, number - 1, 1)).getUTCDay() - calendar.weekStart + 7) % 7
  const cells = Array.from({ length: Math.ceil((blanks + length) / 7) * 7 }, (_, cell) => {
    const date = cell - blanks + 1
    if (date < 1 || date > length) return { number: '', link: '', title: '' }
    const day = `${month}-${String(date).padStart(2, '0')}`
    const link = written.has(day) ? context.link(spanPath(day)) : ''
    return { number: String(date), link, title: nameSpan(day, context) }
  })
  return {
    caption: context.translate('daysWithPosts', { month: nameSpan(month, context) }),
    weekdays: Array.from({ length: 7 }, (_, index) => nameWeekday((calendar.weekStart + index) % 7, context)),
    weeks: Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7)),
  }
}

/** @param weekday 0 is Sunday; so was March 1, 2020 */
function nameWeekday(weekday: number, { calendar }: ViewContext) {
  const day = `2020-03-0${weekday + 1}`
  return { short: calendar.formatDay(day, '%a'), long: calendar.formatDay(day, '%A') }
}
