import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { packageRoot } from '../package-root.ts'
import type { ReaderLimits, WorkerInput, WorkerResult } from './reader-work.ts'

/** Reads bodies in processes of their own, one after the other. */
export type ReaderProcess = {
  /**
   * Never rejects: what cannot be read within the limits comes back as unreadable.
   *
   * @param onBegin called when the input's turn has come
   */
  work(input: WorkerInput, onBegin: () => void): Promise<WorkerResult>
  close(): void
}

/** The built file, even where this runs from its source. */
const processFile = new URL('dist/workers/read-process.js', packageRoot)

/**
 * Open the reader of large bodies. A thread's memory limit works where memory grows in small steps: where V8 needs one large block and
 * cannot get it, it ends the whole process, and with it the build. Ten megabytes of one character that is to be replaced are enough for
 * that. So large bodies are read in a process of their own, which runs the same thread with the same limits.
 *
 * @param file the code of the thread
 */
export function openReaderProcess({ cpuMs, heapMb }: Pick<ReaderLimits, 'cpuMs' | 'heapMb'>, file: URL): ReaderProcess {
  let running: ChildProcess | undefined
  let last: Promise<unknown> = Promise.resolve()
  let isClosed = false

  function ask(input: WorkerInput): Promise<WorkerResult> {
    const child = fork(fileURLToPath(processFile), [String(cpuMs), String(heapMb), file.href], {
      serialization: 'advanced',
      // The process gets none of our environment (secrets), and prints nothing.
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
      // `send` throws where no process could be started, for example with too many open files.
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
      // `fork` throws where the system cannot start a process.
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

/** The exit code of a process that V8 has aborted, on systems without signals. */
const aborted = 134

const stopped: WorkerResult = {
  kind: 'unreadable',
  problem: { code: 'UNREADABLE', message: 'the reader stopped while reading it' },
}
