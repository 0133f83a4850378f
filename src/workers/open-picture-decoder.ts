import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { packageRoot } from '../package-root.ts'

/** Bytes that others call a picture, and what is wanted of it. */
export type PictureJob = {
  bytes: Uint8Array
  /** Pixels of the copies, across; none is wider than the picture itself. */
  widths: number[]
  maxPixels: number
  /** Of one copy. */
  maxBytes: number
}

/** A copy as WebP. */
export type PictureCopy = { width: number; height: number; bytes: Uint8Array }

/**
 * What came of it. `moves`: it is the first of several pictures, which follow one another. `absent`: there is nothing on this machine that
 * takes pictures apart.
 */
export type PictureResult =
  | { kind: 'made'; copies: PictureCopy[]; moves: boolean }
  | { kind: 'refused'; reason: string }
  | { kind: 'absent' }

/** Takes pictures apart in a process of its own, one after the other. */
export type PictureDecoder = {
  /** Never rejects: what cannot be read within the limits is refused. */
  decode(job: PictureJob): Promise<PictureResult>
  close(): void
}

export type DecoderLimits = {
  /** Longest work on one picture: the process's own CPU time. */
  cpuMs: number
  /** Memory of the process, whatever of it is the picture's. */
  rssMb: number
}

/** The built file, also where this runs from its source. */
const workerFile = new URL('dist/workers/picture-worker.js', packageRoot)

/** A process that neither works nor answers is given up: after this, on a machine that is busy with other things. */
const longestWaitMs = 60_000

/**
 * Start the process when it is needed. One that takes too long, or too much, is ended, its picture refused, and a new one takes its place.
 */
export function openPictureDecoder(limits: Partial<DecoderLimits> = {}, file: URL = workerFile): PictureDecoder {
  const { cpuMs = 10_000, rssMb = 600 } = limits
  let running: ChildProcess | undefined
  let last: Promise<unknown> = Promise.resolve()

  function start(): ChildProcess {
    return fork(fileURLToPath(file), [String(cpuMs), String(rssMb)], {
      serialization: 'advanced',
      // It has no business with what we were told, and says nothing.
      env: { MALLOC_ARENA_MAX: '2' },
      execArgv: ['--max-old-space-size=64'],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
  }

  function ask(job: PictureJob): Promise<PictureResult> {
    const child = running ?? start()
    running = child
    return new Promise((done) => {
      const end = (result: PictureResult, isOver: boolean) => {
        clearTimeout(timer)
        child.off('message', onMessage).off('exit', onExit).off('error', onError)
        if (isOver) {
          running = undefined
          child.on('error', () => undefined).kill('SIGKILL')
        }
        done(result)
      }
      const refuse = (reason: string) => end({ kind: 'refused', reason }, true)
      const timer = setTimeout(() => refuse('took too long to take apart'), longestWaitMs)
      const onMessage = (result: PictureResult) => end(result, false)
      const onExit = (code: number | null) => refuse(explainEnd(code))
      const onError = () => refuse('could not be taken apart')
      child.on('message', onMessage).on('exit', onExit).on('error', onError)
      child.send(job)
    })
  }

  return {
    decode(job) {
      const result = last.then(() => ask(job))
      last = result
      return result
    },
    close() {
      running?.kill('SIGKILL')
      running = undefined
    },
  }
}

/** As picture-worker.ts ends. */
function explainEnd(code: number | null): string {
  if (code === 3) return 'took too long to take apart'
  return code === 4 ? 'took too much memory to take apart' : 'broke what took it apart'
}
