import type { FindJudge } from '../filter/open-judges.ts'
import type { Filtered } from '../model.ts'
import type { FeedRules, Store } from '../store/store.ts'

/** Apply the rules of feeds.yaml to all stored entries. No feed is asked for this. */
export async function judgeStored(store: Store, findJudge: FindJudge, now: Date): Promise<Filtered> {
  const rules = new Map<string, FeedRules>()
  for (const { source } of await store.feeds()) {
    const judge = await findJudge(source)
    if (judge === undefined) continue
    rules.set(source.url, { hash: judge.hash, hides: (entry) => judge.judge(entry) !== undefined })
  }
  return store.judgeEntries(rules, now)
}
