import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { packageRoot } from '../package-root.ts'

/** Bytes that are said to be a picture, and the copies that are wanted. */
export type PictureJob = {
  bytes: Uint8Array
  /** Widths of the copies in pixels; no copy is wider than the picture itself. */
  widths: number[]
  maxPixels: number
  /** Most bytes of one copy. */
  maxBytes: number
}

/** A copy as WebP. */
export type PictureCopy = { width: number; height: number; bytes: Uint8Array }

/**
 * The result of a job. `moves`: the copy is the first picture of an animation. `absent`: this machine has no decoder of pictures.
 */
export type PictureResult =
  | { kind: 'made'; copies: PictureCopy[]; moves: boolean }
  | { kind: 'refused'; reason: string }
  | { kind: 'absent' }

/** Decodes pictures in a process of its own, one after the other. */
export type PictureDecoder = {
  /** Never rejects: what cannot be read within the limits is refused. */
  decode(job: PictureJob): Promise<PictureResult>
  close(): void
}

export type DecoderLimits = {
  /** Longest work on one picture: the process's own CPU time. */
  cpuMs: number
  /** Memory (RSS) of the whole process. */
  rssMb: number
}

/** The built file, even where this runs from its source. */
const workerFile = new URL('dist/workers/picture-worker.js', packageRoot)

/** A process that neither works nor answers is given up after this time: long, since the machine may be busy. */
const longestWaitMs = 60_000

/**
 * Start the process when it is needed. A process that takes too much time or memory ends, its picture is refused, and a new process takes
 * its place.
 */
export function openPictureDecoder(limits: Partial<DecoderLimits> = {}, file: URL = workerFile): PictureDecoder {
  const { cpuMs = 10_000, rssMb = 600 } = limits
  let running: ChildProcess | undefined
  let last: Promise<unknown> = Promise.resolve()

  function start(): ChildProcess {
    const child = fork(fileURLToPath(file), [String(cpuMs), String(rssMb)], {
      serialization: 'advanced',
      // The process gets none of our environment (secrets), and prints nothing.
      env: { MALLOC_ARENA_MAX: '2' },
      execArgv: ['--max-old-space-size=64'],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    // It may end between two pictures, too: then the next one is not to blame.
    child.once('exit', () => {
      if (running === child) running = undefined
    })
    return child
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

/** The reason for an exit code of picture-worker.ts. */
function explainEnd(code: number | null): string {
  if (code === 3) return 'took too long to take apart'
  return code === 4 ? 'took too much memory to take apart' : 'broke what took it apart'
}
