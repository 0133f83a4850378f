import type { FindJudge } from '../filter/open-judges.ts'
import type { Filtered } from '../model.ts'
import type { FeedRules, Store } from '../store/store.ts'

/** Bring all that is stored in line with the rules of feeds.yaml. No feed is asked for it. */
export async function judgeStored(store: Store, findJudge: FindJudge, now: Date): Promise<Filtered> {
  const rules = new Map<string, FeedRules>()
  for (const { source } of await store.feeds()) {
    const judge = await findJudge(source)
    if (judge === undefined) continue
    rules.set(source.url, { hash: judge.hash, hides: (entry) => judge.judge(entry) !== undefined })
  }
  return store.judgeEntries(rules, now)
}
