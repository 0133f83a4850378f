import type { Page } from '../../model.ts'
import type { Bar, ChartView, StatsView } from '../../theme.ts'
import { nameLanguage } from '../name-language.ts'
import { nameSpan } from './link-span.ts'
import { nameWeekday } from './make-calendar-view.ts'
import type { ViewContext } from './view-context.ts'

type Heading = 'statsMonth' | 'statsBlog' | 'statsWeekday' | 'statsHour' | 'statsLanguage' | 'statsGrowth'

export function makeStatsView(page: Extract<Page, { kind: 'stats' }>, context: ViewContext): StatsView {
  const { calendar, planet, subscriptions, translate } = context
  const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0)
  const ofMonth = (index: number) => sum([...page.postCounts.values()].map((counts) => counts[index] ?? 0))
  const blogs = [...page.postCounts].map(([feed, counts]) => ({
    text: subscriptions.get(feed)?.name ?? new URL(feed).host,
    count: sum(counts),
  }))
  const languages = [...page.languages].map(([language, count]) => ({
    text: nameLanguage(language) || translate('notSaid'),
    count,
  }))
  const weekdays = page.weekdays.map((_, index) => (calendar.weekStart + index) % 7)
  const firsts = planet.subscriptions
    .flatMap(({ span }) => span?.first ?? [])
    .map((at) => calendar.dayOf(at).slice(0, 4))
  return {
    total: translate('posts', { count: sum([...page.postCounts.values()].map(sum)) }),
    charts: [
      makeChart(
        'statsMonth',
        page.months.map((month, index) => ({ text: nameSpan(month, context), count: ofMonth(index) })),
      ),
      makeChart('statsBlog', sortBars(blogs)),
      makeChart(
        'statsWeekday',
        weekdays.map((day) => ({ text: nameWeekday(day, context), count: page.weekdays[day] ?? 0 })),
      ),
      makeChart(
        'statsHour',
        page.hours.map((count, hour) => ({ text: `${String(hour).padStart(2, '0')}:00`, count })),
      ),
      makeChart('statsLanguage', sortBars(languages)),
      makeChart('statsGrowth', countByYear(firsts)),
    ],
  }

  function makeChart(key: Heading, bars: Bar[]): ChartView {
    const most = Math.max(1, ...bars.map(({ count }) => count))
    return {
      heading: translate(key),
      bars: bars.map((bar) => ({ ...bar, share: Math.round((bar.count / most) * 100) })),
    }
  }
}

/** Highest count first; equal counts by name, in an order that is the same on every machine. */
function sortBars(bars: Bar[]): Bar[] {
  return bars.toSorted((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1))
}

/** How many blogs there were at the end of each year. */
function countByYear(firsts: string[]): Bar[] {
  const years = [...new Set(firsts)].sort()
  return years.map((year) => ({ text: year, count: firsts.filter((first) => first <= year).length }))
}
