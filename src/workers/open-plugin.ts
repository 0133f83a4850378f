import { Worker } from 'node:worker_threads'
import type { ParsedEntry } from '../model.ts'
import { packageRoot } from '../package-root.ts'
import { openCommand } from './open-command.ts'
import { openStopwatch } from './open-stopwatch.ts'

/** A plug-in of feeds.yaml: a module by its address, or a program with its arguments and its working folder. */
export type PluginSource = { name: string } & (
  | { kind: 'module'; url: string }
  | { kind: 'command'; words: string[]; folder: string }
)

/** What a plug-in made of an entry; where it failed, the entry is shown as if there was no plug-in. */
type Shaped = { kind: 'entry'; entry: ParsedEntry } | { kind: 'hidden' } | { kind: 'failed'; message: string }

export type Plugin = {
  /** Never rejects. One entry at a time. */
  shape(entry: ParsedEntry, feed: string): Promise<Shaped>
  close(): Promise<void>
}

export type PluginLimits = {
  /** Longest work on one entry, in CPU time of the plug-in's thread. */
  cpuMs: number
  /** Longest time for one entry, work and waiting. */
  waitMs: number
  /** Heap of the plug-in's thread. */
  heapMb: number
}

/** What goes to the thread, and what comes back. `printed`: the line that a program printed. */
export type PluginTask = { entry: ParsedEntry; feed: string; printed?: string | undefined }
export type PluginAnswer = Shaped | { kind: 'broken'; message: string }

/** The built file, even where this runs from its source. */
const workerFile = new URL('dist/workers/plugin-worker.js', packageRoot)

/** After this many failures of its thread or program, a plug-in is left out. */
const mostKills = 3

/**
 * Open a plug-in; it starts with the first entry. Its answers are cleaned and sanitised in a thread of its own, in which its module runs,
 * too, with limits of CPU time, waiting and memory. It cannot write to our terminal.
 *
 * @param onOutput told what the plug-in prints, verbatim
 */
export function openPlugin(
  source: PluginSource,
  limits: Partial<PluginLimits> = {},
  onOutput: (text: string) => void = () => undefined,
): Plugin {
  const { cpuMs = 5000, waitMs = 30_000, heapMb = 256 } = limits
  let worker: Worker | undefined
  let out: string | undefined
  let kills = 0
  const command = source.kind === 'command' ? openCommand(source.words, source.folder, waitMs, onOutput) : undefined

  function fail(message: string): Shaped {
    kills += 1
    if (kills >= mostKills) out = `was left out, since it failed ${mostKills} times so: ${message}`
    return { kind: 'failed', message }
  }

  function start(): Worker {
    const url = source.kind === 'module' ? source.url : undefined
    const started = new Worker(workerFile, {
      workerData: { url },
      resourceLimits: { maxOldGenerationSizeMb: heapMb },
      stdout: true,
      stderr: true,
    })
    // Not `pipe`: from the eleventh stream on, Node would warn of a leak of listeners.
    for (const stream of [started.stdout, started.stderr]) stream.setEncoding('utf8').on('data', onOutput)
    return started
  }

  function ask(task: PluginTask): Promise<Shaped> {
    const running = worker ?? start()
    worker = running
    return new Promise((done) => {
      const worked = openStopwatch(running)
      const latest = performance.now() + waitMs
      const timer = setInterval(
        () => {
          if (worked() >= cpuMs) end(fail(`worked for more than ${cpuMs / 1000} s on one entry`), true)
          else if (performance.now() >= latest) end(fail(`gave no answer within ${waitMs / 1000} s`), true)
        },
        Math.min(cpuMs / 10, 500),
      )
      const onMessage = (answer: PluginAnswer) => {
        if (answer.kind !== 'broken') return end(answer, false)
        out = answer.message
        end({ kind: 'failed', message: answer.message }, true)
      }
      const onError = (error: NodeJS.ErrnoException) =>
        end(
          fail(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? `took more than ${heapMb} MB of memory` : error.message),
          true,
        )
      const onExit = () => end(fail('ended itself'), true)
      const end = (shaped: Shaped, isOver: boolean) => {
        clearInterval(timer)
        running.off('message', onMessage).off('error', onError).off('exit', onExit)
        if (isOver) {
          worker = undefined
          // Later errors of the thread are ignored.
          running.on('error', () => undefined)
          void running.terminate()
        }
        done(shaped)
      }
      running.on('message', onMessage).on('error', onError).on('exit', onExit)
      running.postMessage(task)
    })
  }

  return {
    async shape(entry, feed) {
      if (out !== undefined) return { kind: 'failed', message: out }
      if (command === undefined) return ask({ entry, feed })
      const { sourceHash: _sourceHash, ...shown } = entry
      const result = await command.ask(JSON.stringify({ feed, ...shown }))
      return 'problem' in result ? fail(result.problem) : ask({ entry, feed, printed: result.line })
    },
    async close() {
      command?.close()
      await worker?.terminate()
    },
  }
}
