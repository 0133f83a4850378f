import type { Entry } from '../model.ts'
import { type EntryView, makeEntryView, type ViewContext } from './make-entry-view.ts'
import { relativeLink, spanPath } from './page-path.ts'

/** One day of a page; its blogs in the order of time. */
export type DayView = { heading: string; link: string; blogs: BlogView[] }

/** Consecutive entries of one blog on one day: the blog is said once. */
export type BlogView = { name: string; site: string | undefined; face: string | undefined; entries: EntryView[] }

/** Entries, newest first, by day and blog. The next blog, then the first again, makes three headings. */
export function groupEntries(entries: Entry[], faces: Map<string, string>, context: ViewContext): DayView[] {
  const { calendar, planet, subscriptions, path } = context
  const days: DayView[] = []
  let [day, feed] = ['', '']
  for (const [index, entry] of entries.entries()) {
    const entryDay = calendar.dayOf(entry.position)
    if (entryDay !== day) {
      const heading = calendar.formatDay(entryDay, planet.show.date)
      days.push({ heading, link: relativeLink(path, spanPath(entryDay)), blogs: [] })
      feed = ''
    }
    const blogs = days.at(-1)?.blogs
    if (entry.feed !== feed) {
      const subscription = subscriptions.get(entry.feed)
      const face = faces.get(entry.feed)
      blogs?.push({
        name: subscription?.name ?? new URL(entry.feed).host,
        site: subscription?.site,
        face: face && linkFace(face, path),
        entries: [],
      })
    }
    blogs?.at(-1)?.entries.push(makeEntryView(entry, index, context))
    day = entryDay
    feed = entry.feed
  }
  return days
}

/** A face is an address, or a file of the site. */
export function linkFace(face: string, path: string): string {
  return /^https?:/.test(face) ? face : relativeLink(path, face)
}
