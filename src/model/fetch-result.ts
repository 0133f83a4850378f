import type { FeedProblem } from './feed-problem.ts'

/** What asking for one feed gave: exactly one of four things. */
export type FetchResult = FetchedFeed | UnchangedFeed | FailedFetch | WaitingFetch

/** A body, with the validators to send along next time. */
export type FetchedFeed = Answer & {
  kind: 'fetched'
  /** Decompressed, at most `fetch.maxBytes`. */
  body: Uint8Array
  /** The Content-Type header as sent. */
  contentType: string | undefined
}

/** 304: the stored version is still valid. */
export type UnchangedFeed = Answer & { kind: 'unchanged' }

/** No body that could be read; `problem` says why. */
export type FailedFetch = {
  kind: 'failed'
  problem: FeedProblem
  hops: Hop[]
  /** HTTP status of the last answer, where there was one. */
  status: number | undefined
  /** Retry-After as an instant (RFC 9110, section 10.2.3). */
  retryAfter: Date | undefined
}

/** No request was made: the host wants to be left alone until then. */
type WaitingFetch = { kind: 'waiting'; until: Date }

type Answer = {
  status: number
  /** Milliseconds for which the answer is fresh (RFC 9111, section 4.2). */
  freshForMs: number | undefined
  /** Where the answer came from, after redirects. */
  finalUrl: string
  hops: Hop[]
  validators: Validators
}

/** One redirect that was followed. */
export type Hop = { status: number; from: string; to: string }

/** Opaque marks of one version of a resource, byte for byte as the server sent them (RFC 9110, section 8.8). */
export type Validators = {
  etag?: string | undefined
  lastModified?: string | undefined
  /** The final URL that sent the validators. They mean nothing to any other URL. */
  url: string
}
