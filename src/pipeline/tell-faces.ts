import type { Store } from '../store/store.ts'
import { tellStanding } from './tell-standing.ts'

/** Of hundreds that an import left without their files. */
const mostTold = 5

/**
 * What is said of faces that cannot be shown: a few by name.
 *
 * @param warnings one a face
 */
export async function tellFaces(warnings: string[], isWatched: boolean, store: Store, now: Date): Promise<string[]> {
  const told = await tellStanding('faces', warnings, isWatched, store, now)
  const more = told.length - mostTold
  return more <= 1 ? told : [...told.slice(0, mostTold), `${more} more faces cannot be shown: planet check names each`]
}
