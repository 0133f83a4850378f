import { afterAll, onTestFinished } from 'vitest'
import { openFetcher } from '../../src/fetch/open-fetcher.ts'
import type { PictureEdge } from '../../src/pipeline/edges.ts'
import { openPictureDecoder } from '../../src/workers/open-picture-decoder.ts'

const decoder = openPictureDecoder()
afterAll(() => decoder.close())

/** What asks for pictures and takes them apart, as `planet build` has it, in no hurry to be polite. */
export function openPictureEdge(now: () => Date = () => new Date()): PictureEdge {
  const fetcher = openFetcher({
    ...{ timeoutMs: 1000, parallel: 32, hostParallel: 1, hostDelayMs: 0, maxBytes: 1e6 },
    ...{ allowPrivate: [], sources: [], userAgent: 'planet/1.2.3', now },
  })
  onTestFinished(() => fetcher.close())
  return { fetchFile: fetcher.fetchFile, decode: decoder.decode }
}
