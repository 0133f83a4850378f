import type { Day, DayCounts, Month } from '../../model.ts'
import { countColumns } from '../../text/count-columns.ts'
import type { CalendarView, DayCell } from '../../theme.ts'
import { spanPath } from '../paths/page-path.ts'
import { linkMonth, nameSpan } from './link-span.ts'
import type { ViewContext } from './view-context.ts'

/** A year as a picture: the months that have entries, each day darker the more entries it has. */
export function makeYearCalendars(counts: DayCounts, context: ViewContext): CalendarView[] {
  const months = [...new Set([...counts.keys()].map((day) => day.slice(0, 7)))]
  const written = new Set(counts.keys())
  const most = Math.max(0, ...counts.values())
  return months.map((month) => {
    const view = makeCalendarView(month, written, undefined, context)
    const shade = (day: DayCell): DayCell => {
      const count = counts.get(`${month}-${day.number.padStart(2, '0')}`)
      if (count === undefined) return day
      const posts = context.translate('postCount', { count })
      return {
        ...day,
        title: context.translate('dayPosts', { day: day.title, posts }),
        level: Math.ceil((count / most) * levels),
      }
    }
    return { ...view, month: linkMonth(month, context), weeks: view.weeks.map((week) => week.map(shade)) }
  })
}

/** Shades that can be told apart. */
const levels = 4

/** How much was posted in a year, in words: "214 posts", and what the shades mean. */
export function describeYear(counts: DayCounts, { translate }: ViewContext): { total: string; shades: string } {
  const numbers = [...counts.values()]
  const count = numbers.reduce((sum, posts) => sum + posts, 0)
  const posts = translate('postCount', { count: Math.max(0, ...numbers) })
  return { total: translate('postCount', { count }), shades: translate('shades', { posts }) }
}

/**
 * @param written days that have a page
 * @param here the day on whose page the calendar stands
 */
export function makeCalendarView(
  month: Month,
  written: ReadonlySet<Day>,
  here: Day | undefined,
  context: ViewContext,
): CalendarView {
  const { calendar } = context
  const [year = 0, number = 0] = month.split('-').map(Number)
  const length = new Date(Date.UTC(year, number, 0)).getUTCDate()
  const blanks = (new Date(Date.UTC(year, number - 1, 1)).getUTCDay() - calendar.weekStart + 7) % 7
  const cells = Array.from({ length: Math.ceil((blanks + length) / 7) * 7 }, (_, cell) => {
    const date = cell - blanks + 1
    if (date < 1 || date > length) return { number: '', link: '', title: '', isHere: false, level: 0 }
    const day = `${month}-${String(date).padStart(2, '0')}`
    const link = written.has(day) ? context.link(spanPath(day)) : ''
    return { number: String(date), link, title: nameSpan(day, context), isHere: day === here, level: 0 }
  })
  return {
    caption: context.translate('daysWithPosts', { month: nameSpan(month, context) }),
    month: here === undefined ? null : linkMonth(month, context),
    weekdays: nameWeekdays(context),
    weeks: Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7)),
  }
}

/** What fits over a column of days on a telephone, in letters. */
const widestWeekday = 4

/** The days of a week, from its first. A language with a short name that is too wide for a calendar (Arabic) has its letters there. */
function nameWeekdays({ calendar }: ViewContext): CalendarView['weekdays'] {
  const week = Array.from({ length: 7 }, (_, index) => (calendar.weekStart + index) % 7)
  const format = (strftime: string) => week.map((weekday) => calendar.formatDay(dayOf(weekday), strftime))
  const names = format('%Oa')
  const short = names.some((name) => countColumns(name) > widestWeekday) ? format('%OA') : names
  return format('%A').map((long, index) => ({ short: short[index] ?? '', long }))
}

/** @param weekday 0 is Sunday */
export function nameWeekday(weekday: number, { calendar }: ViewContext): string {
  return calendar.formatDay(dayOf(weekday), '%A')
}

/** Some day of that name: March 1, 2020 was a Sunday. */
function dayOf(weekday: number): Day {
  return `2020-03-0${weekday + 1}`
}
