import type { DailyTopic, Store } from '../store/store.ts'

/** A cron job is at times a little early. */
const almostDay = 23 * 3_600_000

/** True, and noted, where the operator was not told of something within a day. */
export async function tellDaily(topic: DailyTopic, store: Store, now: Date): Promise<boolean> {
  const told = await store.lastTold(topic)
  if (told !== undefined && told <= now && +now - +told < almostDay) return false
  await store.saveTold(topic, now)
  return true
}
