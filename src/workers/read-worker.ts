import { parentPort } from 'node:worker_threads'
import { renewEntry } from '../normalize/read/fields/renew-entry.ts'
import { colorEntries } from './color-entries.ts'
import { readColored, readVersion } from './read-version.ts'
import type { ReadVersion, WorkerInput, WorkerResult } from './reader-work.ts'

parentPort?.on('message', async (input: WorkerInput) => {
  const result = await work(input)
  if ('entries' in result && 'made' in result) post(result)
  else parentPort?.postMessage(result)
})

async function work(input: WorkerInput): Promise<WorkerResult> {
  if ('stored' in input) return readVersion(input)
  if ('entries' in input) {
    const { entries } = await colorEntries(input.entries.map(renewEntry))
    return { kind: 'renewed', entries }
  }
  if ('list' in input) {
    // Loaded here, since it loads the schema and YAML.
    const { readListFeeds } = await import('../convert/read-list-feeds.ts')
    return { kind: 'list', list: readListFeeds(input.list, false) }
  }
  if ('planet' in input) {
    const { readPlanet } = await import('../convert/read-planet.ts')
    return { kind: 'planet', planet: readPlanet(input.planet) }
  }
  return readColored(input)
}

/** The texts of a version share one buffer, which is transferred and not copied. */
function post(version: ReadVersion): void {
  parentPort?.postMessage(version, [...new Set(version.entries.map(({ entry }) => entry.head.buffer as ArrayBuffer))])
}
