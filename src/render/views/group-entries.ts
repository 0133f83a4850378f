import type { Entry, ShowOptions } from '../../model.ts'
import { makeFromEntry } from '../make-from-entry.ts'
import { spanPath } from '../paths/page-path.ts'
import type { BlogView } from './make-blog-view.ts'
import { type EntryView, makeEntryView } from './make-entry-view.ts'
import type { ViewContext } from './view-context.ts'

/** One day of a page; its blogs in the order of time. Without days, one group that has no heading. */
export type DayView = { heading: string; link: string; groups: GroupView[] }

/** Consecutive entries of one blog on one day: the blog is said once. Without blogs, `blog` is null. */
type GroupView = { blog: BlogView | null; entries: EntryView[] }

/** What stands over entries, and how much of each is shown. */
export type Grouping = {
  days: boolean
  blogs: boolean
  /** Whether an entry says which blog it is of, where no heading does. */
  namesBlog: boolean
  content: ShowOptions['content']
  /** Of so many entries; of those behind them, only the first words. Absent: of all. */
  most?: number | undefined
  fold?: number | undefined
}

/** Entries, newest first, by day and blog. The next blog, then the first again, makes three headings. */
export function groupEntries(entries: Entry[], grouping: Grouping, context: ViewContext): DayView[] {
  const { calendar, planet } = context
  const style = {
    level: 2 + Number(grouping.days) + Number(grouping.blogs),
    namesBlog: grouping.namesBlog && !grouping.blogs,
    content: grouping.content,
    fold: grouping.fold,
  }
  const { most = entries.length } = grouping
  const start = { ...style, content: style.content === 'full' ? ('start' as const) : style.content }
  const styleOf = (index: number) => (index < most ? style : start)
  const days: DayView[] = []
  let [day, feed]: (string | undefined)[] = []
  for (const [index, entry] of entries.entries()) {
    const view = makeFromEntry(entry, (shown) => makeEntryView(shown, index, styleOf(index), context), context.onBroken)
    const entryDay = grouping.days ? calendar.dayOf(entry.position) : ''
    if (entryDay !== day) {
      const heading = grouping.days ? calendar.formatDay(entryDay, planet.show.date) : ''
      days.push({ heading, link: grouping.days ? context.link(spanPath(entryDay)) : '', groups: [] })
      feed = undefined
    }
    const entryFeed = grouping.blogs ? entry.feed : ''
    if (entryFeed !== feed) days.at(-1)?.groups.push({ blog: grouping.blogs ? view.blog : null, entries: [] })
    days.at(-1)?.groups.at(-1)?.entries.push(view)
    day = entryDay
    feed = entryFeed
  }
  return days
}
