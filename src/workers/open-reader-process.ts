import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { packageRoot } from '../package-root.ts'
import type { ReaderLimits, WorkerInput, WorkerResult } from './reader-work.ts'

/** Reads bodies in processes of their own, one after the other. */
export type ReaderProcess = {
  /**
   * Never rejects: what cannot be read within the limits comes back as unreadable.
   *
   * @param onBegin told when it waits no longer
   */
  work(input: WorkerInput, onBegin: () => void): Promise<WorkerResult>
  close(): void
}

/** The built file, also where this runs from its source. */
const processFile = new URL('dist/workers/read-process.js', packageRoot)

/**
 * Make what reads large bodies. The limit of a thread's memory holds where it grows little by little: where V8 needs one large piece at once
 * and cannot have it, it ends the process, and with it the build. Ten megabytes of one sign that is to be replaced are enough for that.
 * So they are read in a process, which has the same thread with the same limits in it.
 *
 * @param file of the thread
 */
export function openReaderProcess({ cpuMs, heapMb }: Pick<ReaderLimits, 'cpuMs' | 'heapMb'>, file: URL): ReaderProcess {
  let running: ChildProcess | undefined
  let last: Promise<unknown> = Promise.resolve()
  let isClosed = false

  function ask(input: WorkerInput): Promise<WorkerResult> {
    const child = fork(fileURLToPath(processFile), [String(cpuMs), String(heapMb), file.href], {
      serialization: 'advanced',
      // It has no business with what we were told, and says nothing.
      env: {},
      execArgv: [],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    running = child
    return new Promise((done) => {
      const end = (result: WorkerResult) => {
        child.removeAllListeners().on('error', () => undefined)
        child.kill('SIGKILL')
        running = undefined
        done(result)
      }
      child.on('message', (result: WorkerResult) => end(result))
      child.on('error', () => end(stopped))
      child.on('exit', (code, signal) => end(signal === 'SIGABRT' || code === aborted ? makeTooLarge() : stopped))
      // Where no process could be made, as there are too many files open, there is nobody to send anything to.
      try {
        child.send(input, () => undefined)
      } catch {
        end(stopped)
      }
    })
  }

  function makeTooLarge(): WorkerResult {
    const message = `reading it took more than ${heapMb} MB of memory`
    return { kind: 'unreadable', problem: { code: 'READER_MEMORY', message } }
  }

  return {
    work(input, onBegin) {
      // There may be nothing to make a process of: then `fork` throws.
      const result = last
        .then(() => {
          onBegin()
          return isClosed ? stopped : ask(input)
        })
        .catch(() => stopped)
      last = result
      return result
    },
    close() {
      isClosed = true
      running?.removeAllListeners().on('error', () => undefined)
      running?.kill('SIGKILL')
    },
  }
}

/** How a process ends that V8 ends, where there are no signals. */
const aborted = 134

const stopped: WorkerResult = {
  kind: 'unreadable',
  problem: { code: 'UNREADABLE', message: 'the reader stopped while reading it' },
}
