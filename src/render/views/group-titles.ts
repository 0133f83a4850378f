import type { Day, EntryTitle } from '../../model.ts'
import type { TitledDay } from '../../theme.ts'
import { spanPath } from '../paths/page-path.ts'
import { nameSpan } from './link-span.ts'
import { makeTitleView } from './make-entry-view.ts'
import type { ViewContext } from './view-context.ts'

/** Titles, newest first, by day. */
export function groupTitles(entries: EntryTitle[], context: ViewContext): (TitledDay & { day: Day })[] {
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
