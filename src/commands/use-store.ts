import { lockBuild } from '../store/lock-build.ts'
import { openStore, readHolder } from '../store/open-store.ts'
import { explainDamage } from '../store/state-error.ts'
import type { StatePlace, Store } from '../store/store.ts'

type Opening = Parameters<typeof openStore>[1]

/**
 * Work with the store, and close it whatever the outcome.
 *
 * @throws StateError in place of a database's own error about a broken file or a full disk
 */
export async function useStore<T>(
  state: StatePlace,
  work: (store: Store) => Promise<T>,
  opening?: Opening,
): Promise<T> {
  try {
    const store = await openStore(state, opening)
    try {
      return await work(store)
    } finally {
      await store.close()
    }
  } catch (error) {
    throw explainDamage(error, state)
  }
}

/** The same, holding the lock, so that nobody else builds. @throws BusyError where somebody does */
export async function useLockedStore<T>(state: StatePlace, work: (store: Store) => Promise<T>): Promise<T> {
  const lock = await lockBuild(state, () => readHolder(state))
  try {
    return await useStore(state, work, { lock })
  } finally {
    await lock.release()
  }
}
