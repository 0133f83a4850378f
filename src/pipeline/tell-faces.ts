import type { Store } from '../store/store.ts'
import { tellStanding } from './tell-standing.ts'

/** Faces that are named: an import may have left hundreds without their files. */
const mostTold = 5

/**
 * The warnings of faces that cannot be shown, cut to a few and the number of the others.
 *
 * @param warnings one for each face
 */
export async function tellFaces(warnings: string[], isWatched: boolean, store: Store, now: Date): Promise<string[]> {
  const told = await tellStanding('faces', warnings, isWatched, store, now)
  const more = told.length - mostTold
  return more <= 1 ? told : [...told.slice(0, mostTold), `${more} more faces cannot be shown: planet check names each`]
}
