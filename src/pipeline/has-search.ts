import type { Config } from '../config/schema.ts'
import type { EntryQueries } from '../entry-queries.ts'

/** Entries from which on a planet has a search: of fewer, the archive is a page or two. */
const fewest = 100

/** Whether a planet has /search/: it never loses it again, since entries are numbered as they come. */
export async function hasSearch({ search, outputs }: Config, queries: EntryQueries): Promise<boolean> {
  return search && outputs.includes('html') && (await queries.lastNumber()) >= fewest
}
