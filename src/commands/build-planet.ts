import { rm } from 'node:fs/promises'
import { type BuildPart, build } from '../build.ts'
import type { Config } from '../config/schema.ts'
import { hasProxy } from '../fetch/has-proxy.ts'
import { openFetcher } from '../fetch/open-fetcher.ts'
import type { PingOptions } from '../fetch/ping-hub.ts'
import { makeFolder } from '../make-folder.ts'
import type { Edges } from '../pipeline/edges.ts'
import { backUp } from '../store/back-up.ts'
import { type BuildLock, lockBuild } from '../store/lock-build.ts'
import { openKeptLists } from '../store/open-kept-lists.ts'
import { openStore, readHolder } from '../store/open-store.ts'
import { explainDamage, explainUnfinished } from '../store/state-error.ts'
import type { PostgresPlace, StatePlace, Store } from '../store/store.ts'
import { makeLine } from '../text/make-line.ts'
import { parseUrl } from '../text/parse-url.ts'
import { writeTime } from '../text/write-time.ts'
import { version } from '../version.ts'
import { openParserPool } from '../workers/open-parser-pool.ts'
import type { PictureDecoder } from '../workers/open-picture-decoder.ts'
import { checkPlaces } from './check-places.ts'
import { copyFolder } from './copy-folder.ts'
import { exitCodes } from './exit-codes.ts'
import { findFeedArgument } from './find-feed-argument.ts'
import type { BuildFlags } from './flags.ts'
import { loadPlanet, type PlanetPlaces } from './load-planet.ts'
import { openBuildReporter } from './open-build-reporter.ts'
import { complain } from './print.ts'
import { UsageError } from './usage-error.ts'

/** How a build ended. */
type Built = { code: number; isBackupDue: boolean }

/**
 * `planet build`, or one half of it: take the lock, build, and say what came of it.
 *
 * @returns the exit code
 */
export async function buildPlanet(flags: BuildFlags, part: BuildPart): Promise<number> {
  if (flags.restore && flags.dryRun) throw new UsageError('--dry-run writes nothing: leave out --restore')
  const places = await loadPlanet(flags)
  if (flags.restore && places.state.kind === 'postgres')
    throw new UsageError('--restore is for a state in a folder: planet state copy brings one to a database')
  if (typeof flags.restore === 'string' && !/^https?:$/.test(parseUrl(flags.restore)?.protocol ?? ''))
    throw new UsageError(
      `--restore ${flags.restore}: expected the web address of a published state, for example ${new URL('state.db.br', places.config.url).href}`,
    )
  checkPlaces(places)
  let isSiteNew = false
  const onWritten = () => {
    isSiteNew = true
  }
  try {
    const { code, isBackupDue } = await buildAlone(places, flags, part, onWritten)
    // The site is written, and whoever wants to build may: a copy of a large state takes seconds.
    if (isBackupDue && places.state.kind === 'folder') await backUp(places.state.folder, new Date())
    return code
  } catch (error) {
    throw explainDamage(isSiteNew ? explainUnfinished(error, 'new') : error, places.state)
  }
}

async function buildAlone(
  places: PlanetPlaces,
  flags: BuildFlags,
  part: BuildPart,
  onWritten: () => void,
): Promise<Built> {
  const lock = await lockBuild(places.state, () => readHolder(places.state), flags.dryRun ? 'both' : part)
  const copy = flags.dryRun ? copyFolder(places.state) : undefined
  const state = copy ?? places.state
  try {
    if (copy === undefined) {
      const ended = flags.restore === undefined ? undefined : await restore(places, flags)
      if (ended !== undefined) return { code: ended, isBackupDue: false }
      places.keepConfig()
      if (part !== 'fetch' || places.config.state === 'publish') makeFolder(places.output)
    }
    const built = await buildLocked(places, state, lock, flags, part, onWritten)
    if (copy !== undefined) return { ...built, isBackupDue: false }
    if (built.code !== exitCodes.tryLater && places.config.state === 'publish') await publish(places, flags)
    return built
  } finally {
    await lock.release()
    if (copy?.kind === 'folder') await rm(copy.folder, { recursive: true })
  }
}

async function buildLocked(
  { config, output, lists }: PlanetPlaces,
  state: StatePlace,
  lock: BuildLock,
  flags: BuildFlags,
  part: BuildPart,
  onWritten: () => void,
): Promise<Built> {
  const store = await openStore(state, { lock, isRehearsal: flags.dryRun ?? false })
  const network = { ...config.fetch, userAgent: `planet/${version} (+${config.url})` }
  const leases = lock.isShared && state.kind === 'postgres' ? await shareHosts(state) : undefined
  const parserPool = openParserPool()
  const fetcher = openFetcher({ ...network, sources: config.feeds, enterHost: leases?.visit, room: parserPool.room })
  const decoder = await openDecoder(config)
  const reporter = openBuildReporter(config, output, flags, part)
  if (flags.verbose && hasProxy()) complain(throughProxy)
  try {
    const startedAt = new Date()
    await store.setHolder(`${writeTime(startedAt, config.timezone)} (pid ${process.pid})`)
    const options = {
      output,
      part,
      refresh: flags.refresh ?? false,
      dryRun: flags.dryRun ?? false,
      adopt: flags.adopt ?? false,
      isWatched: process.stderr.isTTY === true,
      force: await findForced(flags.force, config, store),
      accept: await findForced(flags.accept, config, store),
      onWritten,
    }
    const isTrial = options.dryRun && state.kind === 'postgres'
    const isAlone = flags.offline === true || options.dryRun
    const edges = {
      now: () => new Date(),
      fetcher,
      parserPool,
      store,
      leases,
      // What is tried on a database leaves nothing there.
      lists: lists && { ...lists, ...openKeptLists(state), ...(isTrial ? { write: async () => undefined } : {}) },
      pictures:
        isAlone || part === 'render'
          ? undefined
          : {
              fetchFile: fetcher.fetchFile,
              decode: decoder.decode,
              ...(flags.verbose ? { onFailure: tellFailure } : {}),
            },
      pingHub: isAlone ? undefined : makePing(network),
      makeSearchIndex: indexLazily,
      onPluginOutput: complain,
      onFeed: reporter.onFeed,
    }
    const report = await build(config, options, edges)
    await reporter.finish(report)
    if (report.outage) return { code: exitCodes.tryLater, isBackupDue: false }
    const hasErrors = report.feeds.some(({ problem }) => problem !== undefined)
    const code = flags.strict && hasErrors ? exitCodes.feedErrors : exitCodes.done
    return { code, isBackupDue: await store.isBackupDue(new Date()) }
  } finally {
    reporter.close()
    decoder.close()
    await Promise.all([fetcher.close(), parserPool.close()])
    await leases?.close()
    await store.close()
  }
}

/** A line of `--verbose`: what others wrote, at no great length. */
function tellFailure(address: string, problem: string): void {
  complain(`picture ${makeLine(address).slice(0, 200)}: ${makeLine(problem)}\n`)
}

/** Nothing is loaded where no picture is to be taken apart. */
async function openDecoder({ images }: Config): Promise<PictureDecoder> {
  if (images !== 'cache') return { decode: async () => ({ kind: 'absent' }), close: () => undefined }
  return (await import('../workers/open-picture-decoder.ts')).openPictureDecoder()
}

/** What shares hosts is loaded where somebody may be there to share them with. */
async function shareHosts(state: PostgresPlace): Promise<Edges['leases']> {
  return (await import('../store/open-leases.ts')).openLeases(state)
}

/** The indexer is loaded where something is to be indexed. */
const indexLazily: Edges['makeSearchIndex'] = async (records) =>
  (await import('../render/site/make-search-index.ts')).makeSearchIndex(records)

const throughProxy =
  'planet: requests go through the proxy of the environment; what lies behind a name is the proxy’s to check (docs/politeness.md)\n'

/** The address of the feed to ask by all means: one of feeds.yaml, also one that was just added. */
async function findForced(word: string | undefined, config: Config, store: Store): Promise<string | undefined> {
  if (word === undefined) return undefined
  if (config.include.some(({ url }) => url === word)) return word
  await store.subscribe(config.feeds)
  const listed = (await store.feeds()).filter(({ active }) => active)
  return findFeedArgument(word, listed).source.url
}

/** Most planets keep their state to themselves. */
async function restore(places: PlanetPlaces, flags: BuildFlags): Promise<number | undefined> {
  return (await import('./publish-state.ts')).restorePublished(places, flags)
}

async function publish(places: PlanetPlaces, { adopt = false }: BuildFlags): Promise<void> {
  await (await import('./publish-state.ts')).publishState(places, adopt)
}

/** What asks is loaded when somebody is asked. */
function makePing(network: PingOptions): Edges['pingHub'] {
  return async (hub, topics) => (await import('../fetch/ping-hub.ts')).pingHub(hub, topics, network)
}
