import type { BuildPart } from '../build.ts'
import type { Config } from '../config/schema.ts'
import { openFetcher } from '../fetch/open-fetcher.ts'
import type { PingOptions } from '../fetch/ping-hub.ts'
import type { Edges } from '../pipeline/edges.ts'
import type { BuildLock } from '../store/lock-build.ts'
import { openKeptLists } from '../store/open-kept-lists.ts'
import type { PostgresPlace, StatePlace, Store } from '../store/store.ts'
import { makeLine } from '../text/make-line.ts'
import { version } from '../version.ts'
import { openParserPool } from '../workers/open-parser-pool.ts'
import type { PictureDecoder } from '../workers/open-picture-decoder.ts'
import type { BuildFlags } from './flags.ts'
import type { PlanetPlaces } from './load-planet.ts'
import { complain } from './print.ts'

type Outside = {
  config: Config
  lists: PlanetPlaces['lists']
  state: StatePlace
  lock: BuildLock
  store: Store
  flags: BuildFlags
  part: BuildPart
}

/**
 * Open a build's edges to the outside: the network, the reader threads, hosts shared with other planets. Code that a build may not need is
 * loaded when it is first used.
 *
 * @returns `close` closes everything but the store
 */
export async function openEdges(outside: Outside): Promise<{ edges: Edges; close(): Promise<void> }> {
  const { config, lists, state, lock, store, flags, part } = outside
  const network = { ...config.fetch, userAgent: `planet/${version} (+${config.url})` }
  const leases = lock.isShared && state.kind === 'postgres' ? await shareHosts(state) : undefined
  const parserPool = openParserPool()
  const fetcher = openFetcher({ ...network, sources: config.feeds, enterHost: leases?.visit, room: parserPool.room })
  const decoder = await openDecoder(config)
  const isTrial = flags.dryRun === true && state.kind === 'postgres'
  const asksNobodyElse = flags.offline === true || flags.dryRun === true
  const onFailure = flags.verbose ? { onFailure: tellFailure } : {}
  const pictures = { fetchFile: fetcher.fetchFile, decode: decoder.decode, ...onFailure }
  const edges: Edges = {
    now: () => new Date(),
    fetcher,
    parserPool,
    store,
    leases,
    // What is tried on a database leaves nothing there.
    lists: lists && { ...lists, ...openKeptLists(state), ...(isTrial ? { write: async () => undefined } : {}) },
    pictures: asksNobodyElse || part === 'render' ? undefined : pictures,
    pingHub: asksNobodyElse ? undefined : makePing(network),
    makeSearchIndex: indexLazily,
    onPluginOutput: complain,
  }
  return {
    edges,
    async close() {
      decoder.close()
      await Promise.all([fetcher.close(), parserPool.close()])
      await leases?.close()
    },
  }
}

/** A line of `--verbose`: text that others wrote, cut to a moderate length. */
function tellFailure(address: string, problem: string): void {
  complain(`picture ${makeLine(address).slice(0, 200)}: ${makeLine(problem)}\n`)
}

/** The decoder is loaded only where pictures are decoded. */
async function openDecoder({ images }: Config): Promise<PictureDecoder> {
  if (images !== 'cache') return { decode: async () => ({ kind: 'absent' }), close: () => undefined }
  return (await import('../workers/open-picture-decoder.ts')).openPictureDecoder()
}

/** Sharing of hosts is loaded only where other planets may share the database. */
async function shareHosts(state: PostgresPlace): Promise<Edges['leases']> {
  return (await import('../store/open-leases.ts')).openLeases(state)
}

/** The indexer is loaded only when there is something to index. */
const indexLazily: Edges['makeSearchIndex'] = async (records) =>
  (await import('../render/site/make-search-index.ts')).makeSearchIndex(records)

/** The code that pings a hub is loaded with the first ping. */
function makePing(network: PingOptions): Edges['pingHub'] {
  return async (hub, topics) => (await import('../fetch/ping-hub.ts')).pingHub(hub, topics, network)
}
