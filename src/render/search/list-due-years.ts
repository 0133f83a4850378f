import type { Day, Year } from '../../model.ts'

/** A year with up to this many entries is indexed with every change: that takes about a second. */
export const mostAtOnce = 250

/** What the search index was made from, and when: search/index.json, which tells the search page where to look. */
export type SearchState = {
  /** The version of the form of records: where it differs, every year is indexed anew. */
  form: string
  /** Of the store, when changes were last looked at. */
  revision: number
  /** Newest first. */
  years: SearchedYear[]
  /** False where years were left for the next build. */
  isDone: boolean
}

/** When a year was indexed (ISO 8601), and the day on which later changes are to be indexed; "" where there are none. */
export type SearchedYear = { year: Year; at: string; due: Day | '' }

type Change = {
  /** In UTC, as all days here. */
  today: Day
  /** Every year that has entries, newest first. */
  years: readonly Year[]
  /** Those with entries that are new, changed or gone. */
  touched: ReadonlySet<Year>
  /** The years that are indexed in about a second. */
  small: ReadonlySet<Year>
  /** When an entry was last taken down (ISO 8601); "" for never. */
  purgedAt: string
}

/**
 * Which years are indexed now, newest first, and the records kept of the others. A year without changes is never indexed again; a large
 * year at the first change of a day and then not before the next day, since that takes longer than a build should; a year from which an
 * entry was taken down, at once.
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
