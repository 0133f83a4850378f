import type { EntryQueries } from '../entry-queries.ts'
import type { Entry } from '../model.ts'

/** The same queries, but `watch` is given all whole entries of each answer before the caller is. */
export function watchQueries(queries: EntryQueries, watch: (entries: Entry[]) => Promise<void> | void): EntryQueries {
  const watched = <Args extends unknown[]>(ask: (...args: Args) => Promise<Entry[]>) => {
    return async (...args: Args) => {
      const entries = await ask(...args)
      await watch(entries)
      return entries
    }
  }
  return {
    ...queries,
    newest: watched(queries.newest),
    between: watched(queries.between),
    newestOf: watched(queries.newestOf),
    newestShownOf: watched(queries.newestShownOf),
    numbered: watched(queries.numbered),
    someNumbered: watched(queries.someNumbered),
    newestOfTopic: watched(queries.newestOfTopic),
    newestShownOfTopic: watched(queries.newestShownOfTopic),
  }
}
