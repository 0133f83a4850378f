import type { FeedState, Hop, Move } from '../model.ts'

/**
 * Where a feed or a reading list has moved for good, as far as the redirects of an answer say.
 *
 * @param url its address in feeds.yaml
 * @param asked the address that was asked
 */
export async function findMove(
  url: string,
  { moved }: FeedState,
  asked: string,
  hops: Hop[],
  now: Date,
): Promise<Move | undefined> {
  // The list of domains is large to load, and most feeds have not moved.
  if (hops.length === 0 && moved === undefined) return undefined
  const { judgeMove } = await import('../schedule/judge-move.ts')
  return judgeMove(url, moved, asked, hops, now)
}
