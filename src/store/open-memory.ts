import type { Asked } from './state-codec.ts'
import type { StoredFeed } from './store.ts'

/** A feed as it is stored, its number, and its state as it is written. */
export type FeedRow = { key: number; feed: StoredFeed; rest: string }

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

/** The rows of `meta`, kept by whoever is the only one to write them. */
type KeptMeta = {
  isKept: boolean
  /** `undefined`: to be read. */
  values: Map<string, string> | undefined
  /** Grows with every change: what was read before one is not kept after it. */
  changes: number
}

export function openMemory(): Memory {
  return {
    feeds: undefined,
    states: new Map(),
    before: new Map(),
    meta: { isKept: false, values: undefined, changes: 0 },
  }
}
