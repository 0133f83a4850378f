import type { EntryQueries } from '../entry-queries.ts'

/** The same queries; whole entries that they answer with are counted. */
export function countQueries(queries: EntryQueries, count: (entries: number) => void): EntryQueries {
  const counted = <Args extends unknown[], Entry>(ask: (...args: Args) => Promise<Entry[]>) => {
    return async (...args: Args) => {
      const entries = await ask(...args)
      count(entries.length)
      return entries
    }
  }
  return {
    ...queries,
    newest: counted(queries.newest),
    between: counted(queries.between),
    newestOf: counted(queries.newestOf),
    newestShownOf: counted(queries.newestShownOf),
    numbered: counted(queries.numbered),
    newestOfTopic: counted(queries.newestOfTopic),
    newestShownOfTopic: counted(queries.newestShownOfTopic),
  }
}
