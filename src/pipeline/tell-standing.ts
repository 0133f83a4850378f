import type { DailyTopic, Store } from '../store/store.ts'
import { tellDaily } from './tell-daily.ts'

/**
 * Warnings that hold until the operator mends something, and must not cause a mail each hour: a person is always told, cron once a day; and
 * again at once where the trouble comes back after all was well.
 *
 * @param warnings `undefined`: nothing was tried this time, so nothing is known
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
