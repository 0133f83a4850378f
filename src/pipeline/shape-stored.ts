import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Config, PluginConfig } from '../config/schema.ts'
import type { Store } from '../store/store.ts'
import type { PluginLimits, PluginSource } from '../workers/open-plugin.ts'

/** Raise it where plug-ins get, or may give back, something else: then all entries are shaped again. */
const version = 1

/** The failures of one plug-in: how many, and the first message. */
type Trouble = { count: number; first: string }

/**
 * Let the plug-ins of feeds.yaml shape stored entries, one plug-in after the other. Where a plug-in fails over an entry, the entry is shown
 * as if that plug-in did not exist.
 *
 * @returns a sentence for each plug-in that failed; `undefined` where no plug-in was given an entry
 */
export async function shapeStored(
  { plugins, root }: Pick<Config, 'plugins' | 'root'>,
  store: Store,
  now: Date,
  limits?: Partial<PluginLimits>,
  onOutput?: (text: string) => void,
): Promise<string[] | undefined> {
  if (plugins.length === 0) {
    await store.shapeEntries(undefined, async (entry) => ({ kind: 'entry', entry }), now)
    return undefined
  }
  const { openPlugin } = await import('../workers/open-plugin.ts')
  const sources = plugins.map((plugin) => makeSource(plugin, root))
  const parts = await Promise.all(sources.map(async (source) => [source.name, await hashSource(source, root)]))
  const hash = createHash('sha256')
    .update(JSON.stringify([version, parts]))
    .digest('hex')
  const opened = sources.map((source) => ({ name: source.name, ...openPlugin(source, limits, onOutput) }))
  const troubles = new Map<string, Trouble>()
  let wasAsked = false
  try {
    await store.shapeEntries(
      hash,
      async (original, feed) => {
        let entry = original
        wasAsked = true
        for (const { name, shape } of opened) {
          const shaped = await shape(entry, feed)
          if (shaped.kind === 'hidden') return { kind: 'hidden', by: name }
          if (shaped.kind === 'entry') entry = shaped.entry
          else note(troubles, name, `${shaped.message} (“${entry.title ?? entry.link ?? entry.id ?? ''}” of ${feed})`)
        }
        return { kind: 'entry', entry }
      },
      now,
    )
  } finally {
    await Promise.all(opened.map(({ close }) => close()))
  }
  if (!wasAsked) return undefined
  return [...troubles].map(([name, { count, first }]) => {
    const those = count === 1 ? 'an entry is' : `${count} entries are`
    return `the plug-in ${name} ${first}; ${those} shown as if it was not there (docs/plugins.md)`
  })
}

function makeSource(plugin: PluginConfig, root: string): PluginSource {
  if ('command' in plugin)
    return { kind: 'command', name: plugin.command.join(' '), words: plugin.command, folder: root }
  return { kind: 'module', name: plugin.file, url: pathToFileURL(path.join(root, plugin.file)).href }
}

/** Hashes of every file that the plug-in's command names: a program may be the argument of another. */
async function hashSource(source: PluginSource, root: string): Promise<(string | undefined)[]> {
  const files =
    source.kind === 'module' ? [fileURLToPath(source.url)] : source.words.map((word) => path.resolve(root, word))
  return Promise.all(files.map(hashFile))
}

async function hashFile(file: string): Promise<string | undefined> {
  try {
    return createHash('sha256')
      .update(await readFile(file))
      .digest('hex')
  } catch {
    // A word of a command that names no file.
    return undefined
  }
}

function note(troubles: Map<string, Trouble>, name: string, message: string): void {
  const known = troubles.get(name)
  troubles.set(name, { count: (known?.count ?? 0) + 1, first: known?.first ?? message })
}
