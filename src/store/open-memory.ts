import type { Asked } from './state-codec.ts'
import type { StoredFeed } from './store.ts'

/** A feed as it is stored, its number, and what stands beside it in its row. */
export type FeedRow = {
  key: number
  feed: StoredFeed
  place: number
  /** Nobody has looked yet whose domain its address is on. */
  isUndecided: boolean
  /** The hash of the rules that its entries are in line with. */
  rules: string | null
}

/** A state of a feed that lands with the transaction; `rest` where it is another than before. */
type NotedState = { asked: Asked; rest: string | undefined }

/** What is known in memory of an open database. */
export type Memory = {
  /** The rows of all feeds by address, in their order: a build asks for them again and again. `undefined`: to be read. */
  feeds: Map<string, FeedRow> | undefined
  /** States by the number of the feed: written all in one. */
  states: Map<number, NotedState>
  /** What was noted before the piece of work that is under way. */
  before: Map<number, NotedState | undefined>
  meta: KeptMeta
}

/** Both ends of what is stored, all in one statement. */
export type Ends = {
  /** The version of the sanitiser that made the oldest text; `undefined` where there are no texts. */
  oldestSanitiser: number | undefined
  /** The place of the first entry that waits for its day, in milliseconds. */
  nextDue: number | undefined
  /** The number of the last entry; 0 where there is none. */
  lastNumber: number
}

/** The rows of `meta`, and what is as long as the revision among them is, kept by whoever is the only one to write them. */
type KeptMeta = {
  isKept: boolean
  /** `undefined`: to be read. */
  values: Map<string, string> | undefined
  /** `undefined`: to be read. */
  ends: Ends | undefined
  /** Grows with every change: what was read before one is not kept after it. */
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
