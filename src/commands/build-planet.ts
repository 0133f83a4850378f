import { rm } from 'node:fs/promises'
import { type BuildPart, build } from '../build.ts'
import type { Config } from '../config/schema.ts'
import { hasProxy } from '../fetch/has-proxy.ts'
import { makeFolder } from '../make-folder.ts'
import { backUp } from '../store/back-up.ts'
import { type BuildLock, lockBuild } from '../store/lock-build.ts'
import { openStore, readHolder } from '../store/open-store.ts'
import { explainDamage, explainUnfinished } from '../store/state-error.ts'
import type { StatePlace, Store } from '../store/store.ts'
import { parseUrl } from '../text/parse-url.ts'
import { writeTime } from '../text/write-time.ts'
import { checkPlaces } from './check-places.ts'
import { copyFolder } from './copy-folder.ts'
import { exitCodes } from './exit-codes.ts'
import { findFeedArgument } from './find-feed-argument.ts'
import type { BuildFlags } from './flags.ts'
import { loadPlanet, type PlanetPlaces } from './load-planet.ts'
import { openBuildReporter } from './open-build-reporter.ts'
import { openEdges } from './open-edges.ts'
import { complain } from './print.ts'
import { UsageError } from './usage-error.ts'

/** How a build ended. */
type Built = { code: number; isBackupDue: boolean }

/**
 * `planet build`, or one half of it: take the lock, build, and report the result.
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
    // The site is written, and the lock is free for another build: copying a large state takes seconds.
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
    const built = await buildLocked(places, { state, lock, flags, part, onWritten })
    if (copy !== undefined) return { ...built, isBackupDue: false }
    if (built.code !== exitCodes.tryLater && places.config.state === 'publish') await publish(places, flags)
    return built
  } finally {
    await lock.release()
    if (copy?.kind === 'folder') await rm(copy.folder, { recursive: true })
  }
}

type Locked = { state: StatePlace; lock: BuildLock; flags: BuildFlags; part: BuildPart; onWritten(): void }

async function buildLocked({ config, output, lists }: PlanetPlaces, locked: Locked): Promise<Built> {
  const { state, lock, flags, part, onWritten } = locked
  const store = await openStore(state, { lock, isRehearsal: flags.dryRun ?? false })
  const { edges, close } = await openEdges({ config, lists, state, lock, store, flags, part })
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
    const report = await build(config, options, { ...edges, onFeed: reporter.onFeed })
    await reporter.finish(report)
    if (report.outage) return { code: exitCodes.tryLater, isBackupDue: false }
    const hasErrors = report.feeds.some(({ problem }) => problem !== undefined)
    const code = flags.strict && hasErrors ? exitCodes.feedErrors : exitCodes.done
    return { code, isBackupDue: await store.isBackupDue(new Date()) }
  } finally {
    reporter.close()
    await close()
    await store.close()
  }
}

const throughProxy =
  'planet: requests go through the proxy of the environment; what lies behind a name is the proxy’s to check (docs/politeness.md)\n'

/** The address that must be asked even if not due: of a reading list, or of a feed of feeds.yaml, even one that was just added. */
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
