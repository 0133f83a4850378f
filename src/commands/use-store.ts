import { lockBuild } from '../store/lock-build.ts'
import { openStore, readHolder } from '../store/open-store.ts'
import { explainDamage } from '../store/state-error.ts'
import type { StatePlace, Store } from '../store/store.ts'

type Opening = Parameters<typeof openStore>[1]

/**
 * Work with what is stored, and close it whatever comes of that.
 *
 * @throws StateError in place of what a database says of a broken file or a full disk
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

/** The same while nobody else builds. @throws BusyError where somebody does */
export async function useLockedStore<T>(state: StatePlace, work: (store: Store) => Promise<T>): Promise<T> {
  const lock = await lockBuild(state, () => readHolder(state))
  try {
    return await useStore(state, work, { lock })
  } finally {
    await lock.release()
  }
}
