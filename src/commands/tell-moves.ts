import { storeState } from '../pipeline/store-state.ts'
import { hasStore } from '../store/open-store.ts'
import type { StatePlace } from '../store/store.ts'
import { useLockedStore } from './use-store.ts'

/** Note in the state that feeds are listed by other addresses from now on: they keep their entries and their slugs. */
export async function tellMoves(moves: { from: string; to: string }[], state: StatePlace): Promise<void> {
  if (moves.length === 0 || !(await hasStore(state))) return
  await useLockedStore(state, async (store) => {
    const stored = new Map((await store.feeds()).map((feed) => [feed.source.url, feed.state]))
    for (const { from, to } of moves) {
      const known = stored.get(from)
      const now = new Date()
      if (known === undefined) continue
      await storeState(store, from, { ...known, moved: { to, since: now, isAdopted: true } }, now)
    }
  })
}
