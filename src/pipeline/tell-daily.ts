import type { DailyTopic, Store } from '../store/store.ts'

/** Less than a day, since a cron job is at times a little early. */
const almostDay = 23 * 3_600_000

/** True where the operator was not told of a topic within the last day; then it is noted as told now. */
export async function tellDaily(topic: DailyTopic, store: Store, now: Date): Promise<boolean> {
  const told = await store.lastTold(topic)
  if (told !== undefined && told <= now && +now - +told < almostDay) return false
  await store.saveTold(topic, now)
  return true
}
