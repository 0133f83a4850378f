import type { Config } from '../config/schema.ts'
import { mostAtOnce } from '../render/search/list-due-years.ts'
import type { Store } from '../store/store.ts'

/** Entries from which on a planet has a search: of fewer, the archive is a page or two. */
const fewest = 100

/**
 * Whether a planet has /search/. One that begins with many entries gets it on its second day (UTC), so that its first build, for which
 * somebody waits, is not several times longer.
 */
export async function hasSearch({ search, outputs }: Config, store: Store, now: Date): Promise<boolean> {
  if (!search || !outputs.includes('html') || (await store.queries.lastNumber()) < fewest) return false
  const shown = await store.countShown(mostAtOnce + 1)
  if (shown < fewest) return false
  if (shown <= mostAtOnce) return true
  const today = now.toISOString().slice(0, 10)
  const feeds = await store.feeds()
  return feeds.some(({ state }) => (state.answer?.firstAt.toISOString() ?? today).slice(0, 10) < today)
}
