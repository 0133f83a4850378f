import { Worker } from 'node:worker_threads'
import type { FeedProblem, ParsedEntry, ReadInput, ReadResult } from '../model.ts'
import { packageRoot } from '../package-root.ts'
import { excuseMistake } from '../text/excuse-mistake.ts'
import { openReaderProcess } from './open-reader-process.ts'
import { openStopwatch } from './open-stopwatch.ts'
import type {
  ReaderLimits,
  ReadList,
  ReadPlanet,
  ReadVersion,
  Renewed,
  Unreadable,
  VersionInput,
  WorkerInput,
  WorkerResult,
} from './reader-work.ts'

/** Reads bodies in threads of their own, so that no feed can hang or starve the build. */
export type ParserPool = {
  /**
   * Never rejects: what cannot be read within the limits comes back as unreadable. The body must not be used afterwards: its memory may be
   * transferred to the thread.
   */
  read(input: ReadInput): Promise<ReadResult>
  /** The same for a version of a feed that is to be merged and stored. */
  readVersion(input: VersionInput): Promise<ReadVersion | Unreadable>
  /** The same entries, their HTML sanitised by the current rules; or why that could not be done within the limits. */
  renew(entries: ParsedEntry[]): Promise<Renewed | Unreadable>
  /** Read somebody else's reading list: the feeds it lists, what is wrong with it, or why it could not be read within the limits. */
  readList(list: Uint8Array): Promise<ReadList | Unreadable>
  /** Read the configuration of another planet, or a list of feeds. */
  readPlanet(bytes: Uint8Array): Promise<ReadPlanet | Unreadable>
  /** Wait until few enough bodies wait to be read: reading may be slower than the network. */
  room(): Promise<void>
  close(): Promise<void>
}

/** The built file, even where this runs from its source: Node 20 cannot start a thread from TypeScript. */
const workerFile = new URL('dist/workers/read-worker.js', packageRoot)

/** A thread that neither works nor answers is given up after this many times the CPU limit. */
const longestWait = 30

type Job = { input: WorkerInput; done(result: WorkerResult): void }
type Thread = { worker: Worker; job: Job | undefined; timer: NodeJS.Timeout | undefined }

/**
 * Start threads as they are needed; one by default, since a second would cost more than it saves, in copies and in memory. A thread that
 * hangs or grows too large is killed, its feed reported, and a new thread takes its place.
 */
export function openParserPool(limits: Partial<ReaderLimits> = {}, file: URL = workerFile): ParserPool {
  const { cpuMs = 10_000, heapMb = 256, threads = 1, mostWaiting = 16_000_000, mostInThread = 2_000_000 } = limits
  const apart = openReaderProcess({ cpuMs, heapMb }, file)
  const waiting: Job[] = []
  const running = new Set<Thread>()
  /** Bytes of the bodies that wait. */
  let size = 0
  let roomless: (() => void)[] = []

  function start(): Thread {
    const worker = new Worker(file, { resourceLimits: { maxOldGenerationSizeMb: heapMb } })
    const thread: Thread = { worker, job: undefined, timer: undefined }
    worker.on('message', (result: WorkerResult) => finish(thread, result))
    worker.on('error', (error: NodeJS.ErrnoException) => retire(thread, problemOf(error)))
    worker.on('exit', () => retire(thread, { code: 'UNREADABLE', message: 'the reader stopped while reading it' }))
    running.add(thread)
    return thread
  }

  function finish(thread: Thread, result: WorkerResult): void {
    clearInterval(thread.timer)
    const { job } = thread
    thread.job = undefined
    thread.worker.unref()
    job?.done(result)
    assign()
  }

  function retire(thread: Thread, problem: FeedProblem): void {
    if (!running.delete(thread)) return
    finish(thread, { kind: 'unreadable', problem })
    void thread.worker.terminate()
  }

  function assign(): void {
    while (waiting.length > 0) {
      const idle = [...running].find((thread) => thread.job === undefined)
      if (idle === undefined && running.size >= threads) break
      const job = waiting.shift()
      if (job !== undefined) give(idle ?? start(), job)
    }
    tellRoom()
  }

  function tellRoom(): void {
    if (size >= mostWaiting) return
    for (const go of roomless) go()
    roomless = []
  }

  function give(thread: Thread, job: Job): void {
    const seconds = Math.round(cpuMs / 1000)
    const problem: FeedProblem = { code: 'READER_TIMEOUT', message: `could not be read within ${seconds} s of work` }
    const worked = openStopwatch(thread.worker)
    const latest = performance.now() + longestWait * cpuMs
    thread.job = job
    size -= sizeOf(job.input)
    thread.timer = setInterval(
      () => {
        if (worked() >= cpuMs || performance.now() >= latest) retire(thread, problem)
      },
      Math.min(cpuMs / 10, 500),
    )
    thread.worker.ref()
    thread.worker.postMessage(job.input, 'body' in job.input ? listGiven(job.input.body) : [])
  }

  function work<Result extends WorkerResult>(input: WorkerInput): Promise<Result> {
    size += sizeOf(input)
    if (sizeOf(input) > mostInThread) {
      const onBegin = () => {
        size -= sizeOf(input)
        tellRoom()
      }
      return apart.work(input, onBegin) as Promise<Result>
    }
    return new Promise((done) => {
      waiting.push({ input, done: (result) => done(result as Result) })
      assign()
    })
  }

  return {
    read: (input) => work<ReadResult>(input),
    readVersion: (input) => work<ReadVersion | Unreadable>(input),
    renew: (entries) => work<Renewed | Unreadable>({ entries }),
    readList: (list) => work<ReadList | Unreadable>({ list }),
    readPlanet: (planet) => work<ReadPlanet | Unreadable>({ planet }),
    room: () => (size < mostWaiting ? Promise.resolve() : new Promise((go) => roomless.push(go))),
    async close() {
      const threads = [...running]
      running.clear()
      apart.close()
      // Otherwise the timer of a working thread would keep the process alive for ever.
      for (const { timer } of threads) clearInterval(timer)
      await Promise.all(threads.map(({ worker }) => worker.terminate()))
    },
  }

  function problemOf(error: NodeJS.ErrnoException): FeedProblem {
    return error.code === 'ERR_WORKER_OUT_OF_MEMORY'
      ? { code: 'READER_MEMORY', message: `reading it took more than ${heapMb} MB of memory` }
      : { code: 'INTERNAL', message: excuseMistake(error) }
  }
}

function sizeOf(input: WorkerInput): number {
  if ('list' in input) return input.list.byteLength
  if ('planet' in input) return input.planet.byteLength
  return 'body' in input ? input.body.byteLength : 0
}

/** A body is transferred, not copied, where nothing else shares its buffer. */
function listGiven({ buffer, byteLength }: Uint8Array): ArrayBuffer[] {
  return buffer instanceof ArrayBuffer && byteLength === buffer.byteLength ? [buffer] : []
}
