import type { FeedReport } from '../build-report.ts'
import type { Fetcher, FileFetcher } from '../fetch/open-fetcher.ts'
import type { FeedProblem, KeptList } from '../model.ts'
import type { MakeSearchIndex } from '../render/site/make-search-index.ts'
import type { Leases } from '../store/open-leases.ts'
import type { Store } from '../store/store.ts'
import type { ParserPool } from '../workers/open-parser-pool.ts'
import type { PictureDecoder } from '../workers/open-picture-decoder.ts'
import type { PluginLimits } from '../workers/open-plugin.ts'

/** The reading lists in the state, and (`local`) those that are files of the operator. */
export type ListsEdge = {
  local: ReadonlyMap<string, KeptList>
  read(): Promise<Map<string, KeptList>>
  write(lists: Map<string, KeptList>): Promise<void>
}

/** Fetches pictures, and takes them apart. */
export type PictureEdge = Pick<FileFetcher, 'fetchFile'> &
  Pick<PictureDecoder, 'decode'> & {
    /** Told of each picture that could not be fetched: its address, as the feed wrote it, and why. */
    onFailure?(address: string, problem: string): void
  }

/** What reaches outside: the clock, the network, the readers' threads, the state on disk. */
export type Edges = {
  now(): Date
  fetcher: Fetcher
  parserPool: ParserPool
  store: Store
  /** Where other processes fetch at the same time: which hosts this one may ask. */
  leases?: Leases | undefined
  /** What is known of reading lists; absent where there are none. */
  lists?: ListsEdge | undefined
  /** Absent where no picture is to be asked for. */
  pictures?: PictureEdge | undefined
  /** Tells a hub which feeds have changed; absent where no hub is to be told. @returns why the hub refused */
  pingHub?: ((hub: string, topics: string[]) => Promise<FeedProblem | undefined>) | undefined
  /** Indexes entries for the search; absent where none is made. */
  makeSearchIndex?: MakeSearchIndex | undefined
  /** Limits of plug-ins (time, memory); absent: those of docs/plugins.md. */
  pluginLimits?: Partial<PluginLimits>
  /** Told what plug-ins print, verbatim. */
  onPluginOutput?(text: string): void
  /** Told as each feed is done, in the order of feeds.yaml. */
  onFeed?(report: FeedReport): void
}
