import type { FailedFetch, FetchedFeed, UnchangedFeed } from '../model.ts'
import type { StoredFeed } from '../store/store.ts'
import type { ReadVersion } from '../workers/reader-work.ts'

/** What asking one feed came to. */
export type Answer = Asked &
  (
    | { kind: 'paused' }
    | { kind: 'not-due'; until: Date | undefined }
    /** 304, or the same body as last time: what is stored remains valid. */
    | { kind: 'same'; result: UnchangedFeed | FetchedFeed; asked: string; bodyHash: string | undefined }
    | { kind: 'read'; result: FetchedFeed; asked: string; bodyHash: string; version: ReadVersion }
    | FailedAnswer
  )

export type FailedAnswer = Asked & { kind: 'failed' } & Pick<FailedFetch, 'problem' | 'status' | 'retryAfter'>

type Asked = { feed: StoredFeed; milliseconds: number }
