import { createHash } from 'node:crypto'
import { isDue } from '../fetch/make-feed-state.ts'
import type { FailedFetch, FeedProblem, FetchedFeed, ParsedFeed, UnchangedFeed } from '../model.ts'
import type { StoredFeed } from '../store/store.ts'
import { version } from '../version.ts'
import type { Edges } from './edges.ts'

/** What asking one feed came to. */
export type Answer = { feed: StoredFeed; milliseconds: number } & (
  | { kind: 'not-due' }
  /** 304, or a body that is the last one again: what is stored holds. */
  | { kind: 'same'; result: UnchangedFeed | FetchedFeed; bodyHash: string | undefined }
  | { kind: 'read'; result: FetchedFeed; bodyHash: string; parsed: ParsedFeed }
  | { kind: 'failed'; problem: FeedProblem; status: number | undefined; retryAt: FailedFetch['retryAt'] }
)

/** Fetch one feed where it is due, and read what it answers. Never rejects for what a server does. */
export async function askFeed(feed: StoredFeed, refresh: boolean, edges: Edges, now: Date): Promise<Answer> {
  if (!isDue(feed.state, now, refresh)) return { feed, kind: 'not-due', milliseconds: 0 }
  const startedAt = edges.now()
  const asked = () => ({ feed, milliseconds: +edges.now() - +startedAt })

  const result = await edges.fetcher.fetch(feed.source, feed.state.validators)
  if (result.kind === 'failed') return { ...asked(), ...result }
  if (result.kind === 'unchanged') return { ...asked(), kind: 'same', result, bodyHash: feed.state.bodyHash }

  const { body, contentType, finalUrl, status } = result
  const bodyHash = hashBody(result)
  if (bodyHash === feed.state.bodyHash) return { ...asked(), kind: 'same', result, bodyHash }
  const read = await edges.reader.read({ body, contentType, baseUrl: finalUrl })
  return read.kind === 'unreadable'
    ? { ...asked(), kind: 'failed', problem: read.problem, status, retryAt: undefined }
    : { ...asked(), kind: 'read', result, bodyHash, parsed: read.feed }
}

/** Of all that decides what is read: another version of planet may read the same bytes better. */
function hashBody({ body, contentType, finalUrl }: FetchedFeed): string {
  return createHash('sha256')
    .update(JSON.stringify([version, contentType, finalUrl]))
    .update(body)
    .digest('hex')
}
