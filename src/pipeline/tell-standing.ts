import type { DailyTopic, Store } from '../store/store.ts'
import { tellDaily } from './tell-daily.ts'

/**
 * What stays wrong until the operator mends it, and is no reason for a mail an hour: told always to a person, else once a day; and anew
 * as soon as there is something after all was well.
 *
 * @param warnings `undefined`: nobody tried this time, so that nothing is known of it
 */
export async function tellStanding(
  topic: DailyTopic,
  warnings: string[] | undefined,
  isWatched: boolean,
  store: Store,
  now: Date,
): Promise<string[]> {
  if (warnings === undefined) return []
  if (warnings.length === 0) {
    await store.saveTold(topic, undefined)
    return []
  }
  return (await tellDaily(topic, store, now)) || isWatched ? warnings : []
}
