import type { Day, Month, Year } from '../../model.ts'
import type { LinkView } from '../../theme.ts'
import { monthPath, spanPath } from '../paths/page-path.ts'
import type { ViewContext } from './view-context.ts'

/** The page of a day, month or year under its name; null where there is none. */
export function linkSpan(span: Day | Month | Year | undefined, context: ViewContext): LinkView | null {
  return span === undefined ? null : { text: nameSpan(span, context), link: context.link(spanPath(span)) }
}

/** "April 03, 2019" as the operator wants days written, "April 2019", "2019". */
export function nameSpan(span: Day | Month | Year, { calendar, planet }: ViewContext): string {
  const format = { 10: planet.show.date, 7: monthFormat, 4: '%Y' }[span.length] ?? '%Y'
  return calendar.formatDay(span, format)
}

const monthFormat = '%EB'

/** A link to the page that shows a month: its own, else that of its year; null where there is neither. */
export function linkMonth(month: Month, context: ViewContext): LinkView | null {
  const page = monthPath(month, context.planet)
  return page === undefined ? null : { text: nameSpan(month, context), link: context.link(page) }
}
