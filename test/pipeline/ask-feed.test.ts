import { expect, test } from 'vitest'
import type { FeedState, Validators } from '../../src/model.ts'
import { readerVersion } from '../../src/normalize/read/reader-version.ts'
import { askFeed } from '../../src/pipeline/ask-feed.ts'
import type { Edges } from '../../src/pipeline/edges.ts'
import type { findAsking } from '../../src/pipeline/find-asking.ts'
import { newState } from '../../src/store/state-codec.ts'
import { readHere } from '../read-here.ts'

const url = 'https://a.example/feed'
const now = new Date('2026-03-02T12:00:00Z')
const body = Buffer.from('<rss version="2.0"><channel><title>A</title><item><title>One</title></item></channel></rss>')
const validators: Validators = { url, etag: '"1"', lastModified: undefined }
const asking = { asking: 'all', everyMs: 3_600_000, policy: {} } as unknown as ReturnType<typeof findAsking>

/** Ask a feed whose server knows its ETag. @returns what was sent along, and what came of it */
async function ask(state: FeedState) {
  let sent: Validators | undefined
  const edges = {
    now: () => now,
    parserPool: readHere,
    fetcher: {
      async fetch(_source: unknown, known: Validators | undefined) {
        sent = known
        const answer = { status: 200, finalUrl: url, hops: [], validators, freshForMs: undefined }
        return known?.etag === '"1"'
          ? { ...answer, kind: 'unchanged', status: 304 }
          : { ...answer, kind: 'fetched', body, contentType: undefined }
      },
    },
  } as unknown as Edges
  const answer = await askFeed({ source: { url }, state } as never, asking, edges, now, () => {})
  return { sent, answer }
}

function answeredBy(reader: number | undefined, bodyHash: string | undefined): FeedState {
  const at = new Date('2026-03-01T12:00:00Z')
  const answer = { at, firstAt: at, validators, bodyHash, sameBodies: 0, freshUntil: undefined }
  return { ...newState, answer: reader === undefined ? answer : { ...answer, reader } }
}

const readers = [
  { name: 'this version', reader: readerVersion, kind: 'same' },
  { name: 'an older version', reader: readerVersion - 1, kind: 'read' },
  { name: 'one that did not say so', reader: undefined, kind: 'read' },
]

test.each(readers)('H-03 what $name of the reader read: $kind', async ({ reader, kind }) => {
  const { sent, answer } = await ask(answeredBy(reader, 'what it was'))
  expect(sent).toEqual(kind === 'same' ? validators : undefined)
  expect(answer.kind).toBe(kind)
})
