import type { Config } from '../config/schema.ts'
import { findInterval } from '../planet/find-interval.ts'
import type { Asking } from '../schedule/find-due.ts'
import type { StoredFeed } from '../store/store.ts'

/** How often one feed is asked, and whether it is its turn that counts or the operator's word. */
export function findAsking(
  { source }: StoredFeed,
  config: Config,
  { refresh, force, accept }: { refresh: boolean; force?: string | undefined; accept?: string | undefined },
): { everyMs: number; asking: Asking } {
  const asking = source.url === force || source.url === accept ? 'forced' : refresh ? 'all' : 'due'
  return { everyMs: findInterval(source, config), asking }
}
