import type { ImportedPlanet } from '../convert/imported-planet.ts'
import type { ListFeeds } from '../convert/read-list-feeds.ts'
import type { NoPlanet } from '../convert/read-planet.ts'
import type { MarkedEntry, TextMark } from '../entry-codec.ts'
import type { DeletedEntry, FeedAbout, FeedProblem, ParsedEntry, ReadInput, ReadResult } from '../model.ts'
import type { IdentifiedEntry } from '../normalize/merge/identify-entries.ts'

/** A body to read, and what is stored of the entries that the last version carried. */
export type VersionInput = ReadInput & { stored: MarkedEntry[] }

/** One version of a feed as it is merged and stored. */
export type ReadVersion = {
  kind: 'read'
  about: FeedAbout
  warnings: string[]
  /** In the order of the feed. `mark`: what their texts were made from, where that can be recognised next time. */
  entries: (IdentifiedEntry & { mark: TextMark | undefined })[]
  deleted: DeletedEntry[]
  /** How many entries had their texts made, and not taken from the store. */
  made: number
  /** The document was cut off. */
  isCut: boolean
}

/**
 * What a thread is given: a body to read, another version of a feed, a reading list, a configuration to import, or stored entries whose
 * HTML is to be made again.
 */
export type WorkerInput =
  | ReadInput
  | VersionInput
  | { list: Uint8Array }
  | { planet: Uint8Array }
  | { entries: ParsedEntry[] }
export type Renewed = { kind: 'renewed'; entries: ParsedEntry[] }
export type ReadList = { kind: 'list'; list: ListFeeds | { problem: string } }
export type ReadPlanet = { kind: 'planet'; planet: ImportedPlanet | NoPlanet }
export type Unreadable = { kind: 'unreadable'; problem: FeedProblem }
export type WorkerResult = ReadResult | ReadVersion | ReadList | ReadPlanet | Renewed

export type ReaderLimits = {
  /** Longest work on one feed, in CPU time of its thread (estimated). */
  cpuMs: number
  /** Heap of one thread. */
  heapMb: number
  threads: number
  /** Bytes of bodies that may wait. */
  mostWaiting: number
  /** Bytes of a body; a larger one is read in a process of its own. */
  mostInThread: number
}
