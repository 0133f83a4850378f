import type { Hop, Move } from '../model.ts'
import { findDomain } from '../text/find-domain.ts'

const permanent = [301, 308]

/**
 * Whether a feed that answered has moved for good (H-19): every redirect on the way to the answer was permanent.
 *
 * A new address at the same registrable domain is asked from then on; an address at another domain is left to the operator, since expired
 * domains are bought for the sake of their readers. It is compared with the address in feeds.yaml, so that no chain of moves can lead away
 * step by step.
 *
 * @param known the move that is known already, if any
 * @param asked the address that was asked: that of feeds.yaml, or the one to which the feed moved
 */
export function judgeMove(
  url: string,
  known: Move | undefined,
  asked: string,
  hops: Hop[],
  now: Date,
): Move | undefined {
  const to = hops.at(-1)?.to
  if (to === undefined) return asked === url ? undefined : known
  if (!hops.every((hop) => permanent.includes(hop.status))) return asked === url ? undefined : known
  if (to === url) return undefined
  const since = known?.to === to ? known.since : now
  return { to, since, isAdopted: findDomain(to) === findDomain(url) }
}
