import type { FeedProblem } from './feed-problem.ts'
import type { FeedSource } from './feed-source.ts'
import type { Validators } from './fetch-result.ts'
import type { FeedAbout } from './parsed-feed.ts'

/** What the store keeps about asking one feed; all `undefined` for a feed that was never asked. */
export type FeedState = {
  /** When the feed was last asked, and the HTTP status of the answer, if there was one. */
  asked: { at: Date; status: number | undefined } | undefined
  answer: FeedAnswer | undefined
  waiting: Waiting | undefined
  failure: Failure | undefined
  moved: Move | undefined
  /** The feed answered 410: it is not asked again. */
  gone: { since: Date } | undefined
  /** The operator wants the feed to be asked at the next build, as if it had never failed. */
  retried: { since: Date } | undefined
  /** The feed's last version may be somebody else's. */
  quarantined: Quarantine | undefined
  about: FeedAbout | undefined
  intake: Intake | undefined
}

/** The last answer that was read and stored, or that was unchanged. */
type FeedAnswer = {
  at: Date
  /** When the feed gave such an answer for the first time. */
  firstAt: Date
  /** `undefined` where the next request must be unconditional. */
  validators: Validators | undefined
  /** SHA-256, hex, of the last body that was read, with the reader's version. */
  bodyHash: string | undefined
  /** The version of the reader that read the answer; absent where the reader did not note it yet. */
  reader?: number
  /** How often in a row the same body came again in full though we sent the validators that it came with. */
  sameBodies: number
  /** When an answer last had entries; absent where that was this answer. */
  fullAt?: Date
  /** The feed is not asked before this time, as the answer says (max-age, Expires). */
  freshUntil: Date | undefined
}

/** The feed's server wants to be left alone for a while. */
export type Waiting = {
  /** When the server first asked for this, without an answer since. */
  since: Date
  until: Date
  /** Who named the time: a server's Retry-After holds even when the operator asks for everything. */
  says: 'server' | 'planet'
  /** It holds for the whole host: none of the host's feeds is asked (429). */
  isHost: boolean
  problem: FeedProblem
}

/** The feed could not be fetched or read the last time that it was asked, and perhaps often before. */
type Failure = {
  since: Date
  problem: FeedProblem
  /** Failures in a row. */
  count: number
  /** How often the operator was told. */
  alerts: number
}

/** A permanent redirect. */
export type Move = {
  to: string
  since: Date
  /** True where the new address is asked; false where it is at another domain, and the operator must decide. */
  isAdopted: boolean
}

/** What a feed has brought within a day, limited by `perDay`, `maxNew` and `maxTextBytes`. */
export type Intake = {
  /** When the day began. */
  since: Date
  /** New entries that were stored, and how many of them were let onto the front page. */
  entries: number
  shown: number
  /** Bytes by which new and edited entries made the store larger. */
  bytes: number
  /** There was more than may be stored in a day: the feed is asked in full again. */
  isFull: boolean
}

/** What a feed has brought since it began to seem somebody else's. */
export type Quarantine = {
  since: Date
  /** The signs of that, as clauses: "it is called “X”, no longer “Y”; nothing in it is known". */
  message: string
  /** How many entries wait, and the titles of the first few. */
  waiting: number
  titles: string[]
  /** How often the operator was told. */
  alerts: number
}

/** What is known of a reading list: its last good copy, and the state of asking it. */
export type KeptList = {
  state: FeedState
  feeds: FeedSource[]
  /** Addresses of the lists that the list includes. */
  lists: string[]
}
