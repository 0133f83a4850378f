import type { Config } from '../config/schema.ts'
import { mostAtOnce } from '../render/search/list-due-years.ts'
import type { Store } from '../store/store.ts'

/** A planet has a search from so many entries on: with fewer, the archive is a page or two. */
const fewest = 100

/**
 * Whether a planet has /search/. A planet that begins with many entries gets its search on the second day (UTC), so that its first build,
 * for which somebody waits, does not take several times as long.
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
