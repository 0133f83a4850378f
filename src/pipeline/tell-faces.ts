import type { Store } from '../store/store.ts'
import { tellDaily } from './tell-daily.ts'

/** Of hundreds that an import left without their files. */
const mostTold = 5

/**
 * What is said of faces that cannot be shown: a few by name, once a day from cron and always to a person, and anew as soon as there is
 * one after all were well.
 *
 * @param warnings one a face
 */
export async function tellFaces(warnings: string[], isWatched: boolean, store: Store, now: Date): Promise<string[]> {
  if (warnings.length === 0) {
    await store.saveTold('faces', undefined)
    return []
  }
  if (!(await tellDaily('faces', store, now)) && !isWatched) return []
  const more = warnings.length - mostTold
  return more <= 1
    ? warnings
    : [...warnings.slice(0, mostTold), `${more} more faces cannot be shown: planet check names each`]
}
