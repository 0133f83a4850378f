import type { Store } from '../store/store.ts'
import type { KnownPictures } from './open-known-pictures.ts'

/** Ask again a day later: a job that begins with an empty disk each hour must not fetch all pictures each hour. */
const lostWaitMs = 86_400_000

/** Mark copies that the state names and the disk lacks as lost. @returns a warning if there are any */
export async function loseMissing(store: Store, pictures: KnownPictures | undefined, now: Date): Promise<string[]> {
  const missing = [...(pictures?.missing ?? [])]
  if (missing.length === 0) return []
  await store.pictures.lose(missing, new Date(+now + lostWaitMs))
  const [noun, verb] = missing.length === 1 ? ['copy of a picture', 'is'] : ['copies of pictures', 'are']
  return [
    `${missing.length} ${noun} ${verb} gone from the state (pictures/ beside planet.db), and asked for again tomorrow: docs/pictures.md says how a job with an empty disk keeps them`,
  ]
}
