import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { build } from '../build.ts'
import type { Config } from '../config/schema.ts'
import { openFetcher } from '../fetch/open-fetcher.ts'
import { pingHub } from '../fetch/ping-hub.ts'
import { lockBuild } from '../store/lock-build.ts'
import { explainDamage } from '../store/open-database.ts'
import { openStore, readHolder } from '../store/open-store.ts'
import { version } from '../version.ts'
import { openReader } from '../workers/open-reader.ts'
import { exitCodes } from './exit-codes.ts'
import type { BuildFlags } from './flags.ts'
import { loadPlanet } from './load-planet.ts'
import { openBuildReporter } from './open-build-reporter.ts'

/** `planet build`. @returns the exit code */
export async function runBuild(flags: BuildFlags): Promise<number> {
  const { config, output, state } = await loadPlanet(flags)
  const lock = lockBuild(state, () => readHolder(state))
  try {
    await mkdir(output, { recursive: true })
    return await buildLocked(config, output, state, flags)
  } catch (error) {
    throw explainDamage(error, path.join(state, 'planet.db'))
  } finally {
    lock.release()
  }
}

async function buildLocked(config: Config, output: string, state: string, flags: BuildFlags): Promise<number> {
  const store = openStore(state)
  const network = { ...config.fetch, userAgent: `planet/${version} (+${config.url})` }
  const fetcher = openFetcher({ ...network, sources: config.feeds })
  const reader = openReader()
  const reporter = openBuildReporter(config, output, flags)
  try {
    const startedAt = new Date()
    await store.setHolder(`${startedAt.toISOString().slice(0, 16).replace('T', ' ')} UTC (pid ${process.pid})`)
    const options = { output, offline: flags.offline ?? false, refresh: flags.refresh ?? false }
    const edges = {
      now: () => new Date(),
      fetcher,
      reader,
      store,
      pingHub: options.offline ? undefined : (hub: string, topic: string) => pingHub(hub, topic, network),
      onFeed: reporter.onFeed,
    }
    const report = await build(config, options, edges)
    reporter.finish(report)
    return report.outage ? exitCodes.tryLater : exitCodes.done
  } finally {
    reporter.close()
    await Promise.all([fetcher.close(), reader.close()])
    await store.close()
  }
}
