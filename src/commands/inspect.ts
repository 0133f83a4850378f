import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { openFetcher } from '../fetch/open-fetcher.ts'
import type { ReadInput, ReadResult } from '../model.ts'
import { version } from '../version.ts'
import { openParserPool, type ParserPool } from '../workers/open-parser-pool.ts'
import { exitCodes } from './exit-codes.ts'
import type { InspectFlags } from './flags.ts'
import { makeInspection } from './make-inspection.ts'
import { print, printJson } from './print.ts'
import { renderInspection } from './render-inspection.ts'

/** Inputs read at once; there are fewer reader threads. */
const ahead = 8

/**
 * `planet inspect`: what feeds say, as the planet understands them. Nothing is stored.
 *
 * @param sources files, addresses, or "-" for standard input
 * @returns the exit code; with `--json`, success even where an input is no feed
 */
export async function runInspect(sources: string[], flags: InspectFlags): Promise<number> {
  const parserPool = openParserPool()
  const waiting: Promise<{ source: string; result: ReadResult }>[] = []
  let failed = false
  try {
    for (const [index, source] of sources.entries()) {
      for (const next of sources.slice(waiting.length, index + ahead)) waiting.push(inspect(next, parserPool, flags))
      const { result } = (await waiting[index]) ?? { result: nothing }
      failed ||= result.kind === 'unreadable'
      const inspection = makeInspection(source, result)
      if (flags.json) printJson(inspection)
      else print(renderInspection(inspection))
    }
  } finally {
    await parserPool.close()
  }
  return failed && !flags.json ? exitCodes.feedErrors : exitCodes.done
}

const nothing: ReadResult = { kind: 'unreadable', problem: { code: 'EMPTY', message: 'holds nothing' } }

async function inspect(source: string, parserPool: ParserPool, flags: InspectFlags) {
  try {
    const input = await loadInput(source, flags.baseUrl)
    return { source, result: 'body' in input ? await parserPool.read(input) : input }
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'there is no such file' : String(error)
    return { source, result: unreadable(reason) }
  }
}

function unreadable(message: string): ReadResult {
  return { kind: 'unreadable', problem: { code: 'UNREADABLE', message } }
}

/** @param baseUrl the address that a local file is taken to come from */
async function loadInput(source: string, baseUrl: string | undefined): Promise<ReadInput | ReadResult> {
  if (/^https?:\/\//i.test(source)) return fetchInput(source)
  if (source === '-') return { body: await readStdin(), contentType: undefined, baseUrl: baseUrl ?? 'about:blank' }
  const body = await readFile(source)
  return { body, contentType: undefined, baseUrl: baseUrl ?? pathToFileURL(path.resolve(source)).href }
}

async function readStdin(): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  for await (const part of process.stdin) parts.push(part as Uint8Array)
  return Buffer.concat(parts)
}

/** Ask once, as a build would: with the same limits, and as politely. */
async function fetchInput(url: string): Promise<ReadInput | ReadResult> {
  const fetcher = openFetcher({
    timeoutMs: 30_000,
    parallel: 1,
    hostParallel: 1,
    maxBytes: 10_000_000,
    allowPrivate: [],
    sources: [{ url }],
    userAgent: `planet/${version}`,
  })
  try {
    const result = await fetcher.fetch({ url: new URL(url).href }, undefined)
    if (result.kind === 'failed') return { kind: 'unreadable', problem: result.problem }
    if (result.kind === 'waiting') return unreadable('wants to be left alone for a while')
    if (result.kind === 'unchanged') return unreadable('answered 304 to a first question')
    return { body: result.body, contentType: result.contentType, baseUrl: result.finalUrl }
  } finally {
    await fetcher.close()
  }
}
