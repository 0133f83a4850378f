import type { Asked } from './state-codec.ts'
import type { StoredFeed } from './store.ts'

/** A stored feed, its number (`key`), and the other columns of its row. */
export type FeedRow = {
  key: number
  feed: StoredFeed
  place: number
  /** The domain of its address has not been determined yet. */
  isUndecided: boolean
  /** The hash of the rules that were last applied to its entries. */
  rules: string | null
}

/** A state of a feed to be written with the transaction; `rest` only where it has changed. */
type NotedState = { asked: Asked; rest: string | undefined }

/** What is cached of an open database. */
export type Memory = {
  /** The rows of all feeds by address, in their order: a build needs them again and again. `undefined`: not read yet. */
  feeds: Map<string, FeedRow> | undefined
  /** Noted states by the number of the feed: all are written in one statement. */
  states: Map<number, NotedState>
  /** States as they were noted before the current piece of work, to undo it. */
  before: Map<number, NotedState | undefined>
  meta: KeptMeta
}

/** Smallest and largest values of the store, read in one statement. */
export type Ends = {
  /** The version of the sanitiser that made the oldest text; `undefined` where there are no texts. */
  oldestSanitiser: number | undefined
  /** The position of the first entry that is dated in the future, in milliseconds. */
  nextDue: number | undefined
  /** The number of the last entry; 0 where there is none. */
  lastNumber: number
}

/**
 * The rows of `meta`, and `ends`, which is valid as long as the revision is the same; cached only by a process that alone may write them.
 */
type KeptMeta = {
  isKept: boolean
  /** `undefined`: to be read. */
  values: Map<string, string> | undefined
  /** `undefined`: to be read. */
  ends: Ends | undefined
  /** Grows with every change: what was read before a change is not cached after it. */
  changes: number
}

export function openMemory(): Memory {
  return {
    feeds: undefined,
    states: new Map(),
    before: new Map(),
    meta: { isKept: false, values: undefined, ends: undefined, changes: 0 },
  }
}
