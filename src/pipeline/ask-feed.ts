import { createHash } from 'node:crypto'
import type { FetchedFeed, Validators } from '../model.ts'
import { readerVersion } from '../normalize/read/reader-version.ts'
import type { Policy } from '../planet/find-policy.ts'
import { stripKeys } from '../planet/find-public-url.ts'
import { findDue, isDue } from '../schedule/find-due.ts'
import type { StoredFeed } from '../store/store.ts'
import { version } from '../version.ts'
import type { Answer } from './answer.ts'
import type { Edges } from './edges.ts'
import type { findAsking } from './find-asking.ts'
import { makeInternalFailure } from './make-internal-failure.ts'

/**
 * Fetch one feed where it is due, and read what it answers. Never rejects: an exception on the way is that feed's problem.
 *
 * @param onBody told how many bytes the body has
 */
export async function askFeed(
  feed: StoredFeed,
  asking: ReturnType<typeof findAsking>,
  edges: Edges,
  now: Date,
  onBody?: (bytes: number) => void,
): Promise<Answer> {
  try {
    return await ask(feed, asking, edges, now, onBody)
  } catch (error) {
    return makeInternalFailure(feed, error)
  }
}

async function ask(
  feed: StoredFeed,
  { asking, everyMs, policy }: ReturnType<typeof findAsking>,
  edges: Edges,
  now: Date,
  onBody: ((bytes: number) => void) | undefined,
): Promise<Answer> {
  const { source, state } = feed
  if (source.paused !== undefined && asking !== 'forced') return { feed, kind: 'paused', milliseconds: 0 }
  if (!isDue(state, everyMs, now, asking)) {
    return { feed, kind: 'not-due', until: findDue(state, everyMs, now), milliseconds: 0 }
  }
  const startedAt = edges.now()
  const spent = () => ({ feed, milliseconds: +edges.now() - +startedAt })

  const asked = state.moved?.isAdopted ? state.moved.to : source.url
  const result = await edges.fetcher.fetch(source, asking === 'forced' ? undefined : findValidators(feed), asked)
  if (result.kind === 'waiting') return { ...spent(), ...result, kind: 'not-due' }
  if (result.kind === 'failed') return { ...spent(), ...result }
  if (result.kind === 'unchanged') return { ...spent(), kind: 'same', result, asked, bodyHash: state.answer?.bodyHash }

  const { body, contentType, finalUrl, status } = result
  onBody?.(body.length)
  const bodyHash = hashBody(result, policy)
  if (bodyHash === state.answer?.bodyHash && asking !== 'forced')
    return { ...spent(), kind: 'same', result: withoutBody(result), asked, bodyHash }
  // Where the operator forces the request, every entry is read as if it were unknown.
  const isKnown = state.answer?.reader === readerVersion && asking !== 'forced'
  const stored = isKnown ? await edges.store.markedEntries(source.url) : []
  // Resolved links are published, so the base address is without the keys in its query.
  const read = await edges.parserPool.readVersion({ body, contentType, baseUrl: stripKeys(finalUrl), stored })
  return read.kind === 'unreadable'
    ? { ...spent(), kind: 'failed', problem: read.problem, status, retryAfter: undefined }
    : { ...spent(), kind: 'read', result: withoutBody(result), asked, bodyHash, version: read }
}

/** Drops the body: it has been read, and the answer may wait long for its turn to be stored. */
function withoutBody(result: FetchedFeed): FetchedFeed {
  return { ...result, body: new Uint8Array() }
}

/**
 * No validators where an older version of the reader read the feed: the whole body is needed. An ETag that its own server has not
 * recognised three times running is not sent: the date alone may do better (H-29).
 */
function findValidators({ state: { answer } }: StoredFeed): Validators | undefined {
  if (answer?.validators === undefined || answer.reader !== readerVersion) return undefined
  const { validators, sameBodies } = answer
  const isUseless = sameBodies >= 3 && validators.lastModified !== undefined
  return isUseless ? { ...validators, etag: undefined } : validators
}

/**
 * A hash of all that decides how an answer is read and stored: another version of planet may read the same bytes better, and where the
 * operator has changed an option the entries are merged again.
 */
function hashBody({ body, contentType, finalUrl }: FetchedFeed, policy: Policy): string {
  return createHash('sha256')
    .update(JSON.stringify([version, readerVersion, contentType, finalUrl, policy]))
    .update(body)
    .digest('hex')
}
