import type { Entry, ShowOptions } from '../../model.ts'
import { cutWords } from '../../text/cut-words.ts'
import type { DayView, GroupView } from '../../theme.ts'
import { makeFromEntry } from '../make-from-entry.ts'
import { spanPath } from '../paths/page-path.ts'
import type { EntryStyle } from './entry-style.ts'
import { fitViews } from './fit-views.ts'
import { longestSpoken, makeEntryView } from './make-entry-view.ts'
import type { ViewContext } from './view-context.ts'

/** What stands over entries, and how much of each is shown. */
export type Grouping = {
  days: boolean
  blogs: boolean
  /** Whether an entry names its blog where no heading does. */
  namesBlog: boolean
  content: ShowOptions['content']
  /** So many entries show their content, those after them only their first words. Absent: all show it. */
  most?: number | undefined
  /** See EntryStyle. */
  rest?: EntryStyle['rest']
  fold?: number | undefined
}

/**
 * Entries, newest first, by day and blog. Entries of blog A, then B, then A again make three headings; but notes are short, so a blog's
 * notes of one day stand together, at the place of the newest.
 */
export function groupEntries(entries: Entry[], grouping: Grouping, context: ViewContext): DayView[] {
  const { calendar, planet } = context
  const style = {
    level: 2 + Number(grouping.days) + Number(grouping.blogs),
    namesBlog: grouping.namesBlog && !grouping.blogs,
    rest: grouping.rest ?? 'day',
    fold: grouping.fold,
  }
  const { content, most = entries.length } = grouping
  const start = content === 'full' ? ('start' as const) : content
  const namesakes = countNamesakes(entries, context)
  const views = fitViews(entries, (entry, index, shortened) =>
    makeFromEntry(
      entry,
      (shown) => {
        const shows = shortened ?? (index < most ? content : start)
        return makeEntryView(shown, index, { ...style, content: shows, namesake: namesakes[index] }, context)
      },
      context,
    ),
  )
  const days: DayView[] = []
  let [day, feed]: (string | undefined)[] = []
  /** Of the current day: each blog's group that ends with a note. */
  const notes = new Map<string, GroupView>()
  for (const [index, entry] of entries.entries()) {
    const view = views[index]
    if (view === undefined) continue
    const entryDay = grouping.days ? calendar.dayOf(entry.position) : ''
    if (entryDay !== day) {
      const heading = grouping.days ? calendar.formatDay(entryDay, planet.show.date) : ''
      const [link, id] = grouping.days ? [context.link(spanPath(entryDay)), `d-${entryDay}`] : ['', '']
      days.push({ heading, link, id, groups: [] })
      feed = undefined
      notes.clear()
    }
    day = entryDay
    const noted = grouping.days && grouping.blogs && view.isUntitled ? notes.get(entry.feed) : undefined
    if (noted !== undefined) {
      noted.entries.push(view)
      continue
    }
    const entryFeed = grouping.blogs ? entry.feed : ''
    const groups = days.at(-1)?.groups ?? []
    if (entryFeed !== feed) groups.push({ blog: grouping.blogs ? view.blog : null, entries: [] })
    const group = groups.at(-1)
    group?.entries.push(view)
    if (view.isUntitled && group !== undefined) notes.set(entry.feed, group)
    else notes.delete(entry.feed)
    feed = entryFeed
  }
  return days
}

/** For each entry that shares its title with another: its number among those whose blogs have the same name. */
function countNamesakes(entries: Entry[], { subscriptions }: ViewContext): (number | undefined)[] {
  const titles = entries.map(({ title = '' }) => cutWords(title, longestSpoken))
  const all = new Map<string, number>()
  for (const title of titles) all.set(title, (all.get(title) ?? 0) + 1)
  const seen = new Map<string, number>()
  return entries.map(({ feed }, index) => {
    const title = titles[index] ?? ''
    if (all.get(title) === 1) return undefined
    const key = JSON.stringify([title, subscriptions.get(feed)?.name ?? feed])
    seen.set(key, (seen.get(key) ?? 0) + 1)
    return seen.get(key)
  })
}
