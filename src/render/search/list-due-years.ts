import type { Day, Year } from '../../model.ts'

/** Entries up to which a year is indexed with every change: that takes about a second. */
export const mostAtOnce = 250

/** What the search was made from, and when: search/index.json, which tells the page where to look. */
export type SearchState = {
  /** Of the form of records: another one makes all anew. */
  form: string
  /** Of the store, when changes were last looked at. */
  revision: number
  /** Newest first. */
  years: SearchedYear[]
  /** False where years were left for the next build. */
  isDone: boolean
}

/** When a year was indexed (ISO 8601), and on which day what has changed since is to be taken in; "" where nothing has. */
export type SearchedYear = { year: Year; at: string; due: Day | '' }

type Change = {
  /** In UTC, as all days here. */
  today: Day
  /** Every year that has entries, newest first. */
  years: readonly Year[]
  /** Those with entries that are new, changed or gone. */
  touched: ReadonlySet<Year>
  /** Of them, those that are indexed in about a second. */
  small: ReadonlySet<Year>
  /** When an entry was last taken down (ISO 8601); "" for never. */
  purgedAt: string
}

/**
 * Which years are indexed now, newest first, and what is kept of the others. A year that nothing has changed in is never indexed again; a
 * large one at the first change of a day and then not before the next, since it takes longer than a build should; one that something was
 * taken down from, at once.
 */
export function listDueYears(
  state: Pick<SearchState, 'years'> | undefined,
  { today, years, touched, small, purgedAt }: Change,
): { due: Year[]; waiting: SearchedYear[] } {
  const known = new Map(state?.years.map((each) => [each.year, each]))
  const tomorrow = new Date(Date.parse(`${today}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
  const due: Year[] = []
  const waiting: SearchedYear[] = []
  for (const year of years) {
    const last = known.get(year)
    const isTouched = touched.has(year)
    if (last !== undefined && last.due === '' && !isTouched) {
      waiting.push(last)
      continue
    }
    const isTime = last === undefined || (last.due === '' ? last.at.slice(0, 10) < today : last.due <= today)
    if (last === undefined || isTime || small.has(year) || (isTouched && purgedAt >= last.at)) due.push(year)
    else waiting.push({ ...last, due: last.due || tomorrow })
  }
  return { due, waiting }
}
