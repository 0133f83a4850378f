import type { FeedProblem } from './feed-problem.ts'
import type { FeedSource } from './feed-source.ts'
import type { Validators } from './fetch-result.ts'
import type { FeedAbout } from './parsed-feed.ts'

/** What the store keeps about asking one feed; of one that was never asked, nothing. */
export type FeedState = {
  /** When it was last asked, and the HTTP status of what came back, if anything did. */
  asked: { at: Date; status: number | undefined } | undefined
  answer: FeedAnswer | undefined
  waiting: Waiting | undefined
  failure: Failure | undefined
  moved: Move | undefined
  /** It answered 410: it is not asked again. */
  gone: { since: Date } | undefined
  /** The operator wants it asked at the next build, as if it had never failed. */
  retried: { since: Date } | undefined
  /** Its last version may be somebody else's. */
  quarantined: Quarantine | undefined
  about: FeedAbout | undefined
  intake: Intake | undefined
}

/** The last answer that was read and stored, or that said that nothing changed. */
type FeedAnswer = {
  at: Date
  /** When there was one for the first time. */
  firstAt: Date
  /** `undefined` where it is to be asked for all that it has, once. */
  validators: Validators | undefined
  /** SHA-256, hex, of the last body that was read, and of the reader's version. */
  bodyHash: string | undefined
  /** The version of the reader that read it; absent of one that did not say so yet. */
  reader?: number
  /** How often in a row the whole body came again though we sent the validators that it came with. */
  sameBodies: number
  /** When it had entries last; absent where that was then. */
  fullAt?: Date
  /** Not to be asked before, as the answer says (max-age, Expires). */
  freshUntil: Date | undefined
}

/** Its server wants to be left alone for a while. */
export type Waiting = {
  /** When it said so first, with no answer since. */
  since: Date
  until: Date
  /** Who named the time: a server's Retry-After holds even when the operator asks for everything. */
  says: 'server' | 'planet'
  /** It speaks for its whole host: none of its feeds is asked (429). */
  isHost: boolean
  problem: FeedProblem
}

/** It could not be had, the last time that it was asked and perhaps often before. */
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
  /** The new address is asked. Where it is not, because it is of another domain, the operator must decide. */
  isAdopted: boolean
}

/** What a feed has brought within a day, which `perDay`, `maxNew` and `maxTextBytes` bound. */
export type Intake = {
  /** When the day began. */
  since: Date
  /** New entries that were stored, and how many of them were let to the front. */
  entries: number
  shown: number
  /** Bytes by which they and edits made the store larger. */
  bytes: number
  /** There was more than may be stored in a day: it is asked for again. */
  isFull: boolean
}

/** What a feed has brought since it seems to be somebody else's. */
export type Quarantine = {
  since: Date
  /** What speaks for it, as clauses: "it is called “X”, no longer “Y”; nothing in it is known". */
  message: string
  /** How many entries wait, and the titles of the first few. */
  waiting: number
  titles: string[]
  /** How often the operator was told. */
  alerts: number
}

/** What is known of a reading list: its last good copy, and how asking it went. */
export type KeptList = {
  state: FeedState
  feeds: FeedSource[]
  /** Places of the lists that it includes. */
  lists: string[]
}
