import type { Config } from '../config/schema.ts'
import { findInterval } from '../planet/find-interval.ts'
import { findPolicy, type Policy } from '../planet/find-policy.ts'
import type { Asking } from '../schedule/find-due.ts'
import type { StoredFeed } from '../store/store.ts'

/** How often a feed is asked, whether it is asked by its schedule or at the operator's word, and the policy for its answer. */
export function findAsking(
  { source }: StoredFeed,
  config: Config,
  { refresh, force, accept }: { refresh: boolean; force?: string | undefined; accept?: string | undefined },
): { everyMs: number; asking: Asking; policy: Policy } {
  const asking = source.url === force || source.url === accept ? 'forced' : refresh ? 'all' : 'due'
  return { everyMs: findInterval(source, config), asking, policy: findPolicy(source, config) }
}
