import { parentPort } from 'node:worker_threads'
import { renewEntry } from '../normalize/read/fields/renew-entry.ts'
import { read } from '../normalize/read/read.ts'
import { colorEntries } from './color-entries.ts'
import type { WorkerInput, WorkerResult } from './open-parser-pool.ts'

parentPort?.on('message', async (input: WorkerInput) => {
  parentPort?.postMessage(await work(input))
})

async function work(input: WorkerInput): Promise<WorkerResult> {
  if ('entries' in input) {
    const { entries } = await colorEntries(input.entries.map(renewEntry))
    return { kind: 'renewed', entries }
  }
  if ('list' in input) {
    // With it come the schema and YAML.
    const { readListFeeds } = await import('../convert/read-list-feeds.ts')
    return { kind: 'list', list: readListFeeds(input.list, false) }
  }
  const result = await read(input)
  if (result.kind !== 'read') return result
  const { entries, left } = await colorEntries(result.feed.entries)
  const sources = result.sources.map((source, place) => (left.has(place) ? undefined : source))
  return { ...result, feed: { ...result.feed, entries }, sources }
}
