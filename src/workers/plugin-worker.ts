import { parentPort, workerData } from 'node:worker_threads'
import type { ParsedEntry } from '../model.ts'
import { cleanEntry } from './clean-entry.ts'
import type { PluginAnswer, PluginTask } from './open-plugin.ts'

/** The module's export; none for a program, whose printed line is only cleaned here. */
const loaded = loadModule((workerData as { url?: string }).url)

parentPort?.on('message', async (task: PluginTask) => {
  parentPort?.postMessage(await answer(task))
})

async function answer({ entry, feed, printed }: PluginTask): Promise<PluginAnswer> {
  const plugin = await loaded
  if ('problem' in plugin) return { kind: 'broken', message: plugin.problem }
  try {
    // The plug-in gets a copy: if it changes the copy and then throws, the entry stays unchanged.
    const given = plugin.run === undefined ? readPrinted(printed) : await callPlugin(plugin.run, toPlugin(entry, feed))
    return given === undefined || given === null
      ? { kind: 'hidden' }
      : { kind: 'entry', entry: cleanEntry(entry, given) }
  } catch (error) {
    return { kind: 'failed', message: explain(error) }
  }
}

/** Marks errors that the plug-in itself throws; our errors about its answer are complete sentences already. */
async function callPlugin(run: (entry: object) => unknown, entry: object): Promise<unknown> {
  try {
    return await run(entry)
  } catch (error) {
    throw new Error(`threw: ${explain(error)}`)
  }
}

function readPrinted(printed: string | undefined): unknown {
  try {
    return JSON.parse(printed ?? 'null')
  } catch {
    throw new Error('printed a line that is no JSON')
  }
}

function toPlugin(entry: ParsedEntry, feed: string): object {
  const { sourceHash: _sourceHash, ...shown } = structuredClone(entry)
  return { feed, ...shown }
}

type Loaded = { run: ((entry: object) => unknown) | undefined } | { problem: string }

async function loadModule(url: string | undefined): Promise<Loaded> {
  if (url === undefined) return { run: undefined }
  try {
    const run: unknown = ((await import(url)) as { default?: unknown }).default
    if (typeof run === 'function') return { run: run as (entry: object) => unknown }
    return { problem: 'has no default export that is a function' }
  } catch (error) {
    return { problem: `cannot be loaded: ${explain(error)}` }
  }
}

function explain(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
