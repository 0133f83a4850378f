import type { Page } from '../../model.ts'
import type { DayPageView, PageKind, PageViews } from '../../theme.ts'
import { makeFromEntry } from '../make-from-entry.ts'
import { groupEntries } from './group-entries.ts'
import { groupTitles } from './group-titles.ts'
import { linkSpan } from './link-span.ts'
import { makeAboutView } from './make-about-view.ts'
import { makeArchiveView } from './make-archive-view.ts'
import { makeBlogPageView, makeLanguageView, makeTagView } from './make-blog-page-view.ts'
import { makeBlogsView } from './make-blogs-view.ts'
import { makeCalendarView } from './make-calendar-view.ts'
import { makeTitleView } from './make-entry-view.ts'
import { makeFrontView } from './make-front-view.ts'
import { makeLinksView } from './make-links-view.ts'
import { makeMonthView } from './make-month-view.ts'
import { makeStatsView } from './make-stats-view.ts'
import { makeSubscribeView } from './make-subscribe-view.ts'
import { makeWeekView } from './make-week-view.ts'
import { makeYearView } from './make-year-view.ts'
import type { ViewContext } from './view-context.ts'

/** The values for one kind of page, beside those for every page: docs/themes.md lists them. */
export function makePageView(page: Page, context: ViewContext): PageViews[PageKind] {
  switch (page.kind) {
    case 'front':
      return makeFrontView(page, context)
    case 'day':
      return makeDayView(page, context)
    case 'month':
      return makeMonthView(page, context)
    case 'year':
      return makeYearView(page, context)
    case 'week':
      return makeWeekView(page, context)
    case 'titles':
      return { days: groupTitles(page.entries, context).map(({ day: _day, ...titled }) => titled) }
    case 'archive':
      return makeArchiveView(page, context)
    case 'blog':
      return makeBlogPageView(page, context)
    case 'tag':
      return makeTagView(page, context)
    case 'language':
      return makeLanguageView(page, context)
    case 'blogs':
      return makeBlogsView(page, context)
    case 'stats':
      return makeStatsView(page, context)
    case 'links':
      return makeLinksView(page, context)
    case 'about':
      return makeAboutView(page, context)
    case 'subscribe':
      return makeSubscribeView(page, context)
    case 'search':
      return { script: context.link('search.js'), style: context.link('search.css') }
    case 'notFound':
      return {}
  }
}

/** Entries of a day that are shown with their texts; of further entries the page has the titles. */
const mostOfDay = 500

/** A day's page has every entry, whole as far as the page can still be loaded, since links to entries lead here. */
function makeDayView(page: Extract<Page, { kind: 'day' }>, context: ViewContext): DayPageView {
  const { planet, calendar, link } = context
  const blogs = planet.show.group === 'day'
  const grouping = { days: true, blogs, namesBlog: true, content: 'full', rest: 'blog' } as const
  const [day] = groupEntries(page.entries.slice(0, mostOfDay), grouping, context)
  const more = page.entries.slice(mostOfDay)
  const up = ['month', 'year'].find((kind) => planet.archive.pages.some((page) => page === kind))
  const span = up === undefined ? undefined : page.day.slice(0, up === 'month' ? 7 : 4)
  return {
    heading: calendar.formatDay(page.day, planet.show.date),
    weekday: /%[aA]/.test(planet.show.date) ? '' : calendar.formatDay(page.day, '%A'),
    calendar: makeCalendarView(page.day.slice(0, 7), new Set(page.written), page.day, context),
    groups: day?.groups ?? [],
    titles: more.map((entry) => makeFromEntry(entry, (shown) => makeTitleView(shown, context), context)),
    up: span === undefined ? { text: planet.title, link: link('index.html') } : linkSpan(span, context),
    older: linkSpan(page.older, context),
    newer: linkSpan(page.newer, context),
  }
}
