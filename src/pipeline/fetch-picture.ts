import { findIcons } from '../html/find-icons.ts'
import type { FetchResult } from '../model.ts'
import { enoughToMeasure, measurePicture } from '../pictures/measure-picture.ts'
import { unpackIcon } from '../pictures/unpack-icon.ts'
import { findPictureRetry } from '../schedule/find-picture-retry.ts'
import type { DuePicture, PictureOutcome } from '../store/picture-store.ts'
import type { PictureCopy } from '../workers/open-picture-decoder.ts'
import type { PictureEdge } from './edges.ts'
import { hashCopies } from './hash-copies.ts'

/** The result for one picture, for the store, with the copies to write. */
export type FetchedPicture = { outcome: PictureOutcome; copies: PictureCopy[] }

/** Bytes of a picture: as many as a camera's photograph has. */
const maxBytes = 16_000_000
const maxPixels = 50_000_000
/** Bytes of a copy. */
const maxCopy = 500_000
/** Pixels. Of an entry: the width of a column, and twice that for screens with twice the density. Faces are shown at 24 to 64. */
const widths = { entry: [800, 1600], face: [128], icon: [128] }

const accept = 'image/webp,image/jpeg,image/png,image/gif,image/avif;q=0.9,*/*;q=0.1'

/** Bytes of a page that are searched for icons, and how many icons are tried. */
const enoughOfPage = 200_000
const mostIcons = 3

/** Problems that another try tomorrow would not solve. */
const lasting = new Set(['BAD_URL', 'PRIVATE_ADDRESS', 'TOO_LARGE'])

/**
 * Ask for a picture, and make copies of it; or, where only its size is wanted, read its first bytes. What servers do is data: nothing here
 * rejects.
 *
 * @param timeoutMs for each request
 * @returns `undefined` where this machine has no decoder of pictures
 */
export async function fetchPicture(
  due: DuePicture,
  isMeasured: boolean,
  edge: PictureEdge,
  timeoutMs: number,
  now: Date,
): Promise<FetchedPicture | undefined> {
  const { key } = due
  const giveUp = (problem: string) => fail({ key, kind: 'failed', problem, nextTry: undefined })
  const answer = await ask(due, isMeasured, edge, timeoutMs)
  if (answer.kind !== 'fetched') return fail(explainFailure(due, answer, now))
  const bytes = unpackIcon(answer.body) ?? answer.body
  const size = measurePicture(bytes)
  if (size === undefined) return giveUp('is no picture that browsers show')
  const { width, height } = size
  const isPoint = width <= 1 && height <= 1
  if (isMeasured || isPoint) return { outcome: { key, kind: 'measured', width, height }, copies: [] }
  if (width * height > maxPixels) return giveUp(`has ${width} × ${height} pixels, which is more than is taken apart`)
  const result = await edge.decode({ bytes, widths: widths[due.kind], maxPixels, maxBytes: maxCopy })
  if (result.kind === 'absent') return undefined
  if (result.kind === 'refused') return giveUp(result.reason)
  const { copies, moves } = result
  const largest = copies.at(-1)
  if (largest === undefined) return giveUp('is no picture that browsers show')
  return {
    outcome: {
      key,
      kind: 'kept',
      width: largest.width,
      height: largest.height,
      hash: hashCopies(copies),
      widths: copies.map((copy) => copy.width),
      moves,
      bytes: copies.reduce((sum, copy) => sum + copy.bytes.length, 0),
    },
    copies,
  }
}

type Asked = FetchResult | { kind: 'fetched'; body: Uint8Array }

/** Fetch the picture itself; of a site (`icon`), the first of its icons that can be fetched and read. */
async function ask(due: DuePicture, isMeasured: boolean, edge: PictureEdge, timeoutMs: number): Promise<Asked> {
  const { feed, address } = due
  const body = readInline(address)
  if (body !== undefined) return { kind: 'fetched', body }
  const start = isMeasured ? enoughToMeasure : undefined
  const request = { feed, accept, timeoutMs, maxBytes, start }
  if (due.kind !== 'icon') return edge.fetchFile(address, request)
  const page = await edge.fetchFile(address, { ...request, accept: 'text/html,*/*;q=0.1', start: enoughOfPage })
  if (page.kind !== 'fetched') return page
  let last: Asked = page
  for (const icon of findIcons(Buffer.from(page.body).toString('latin1'), page.finalUrl).slice(0, mostIcons)) {
    last = await edge.fetchFile(icon, request)
    if (last.kind === 'fetched' && (unpackIcon(last.body) ?? measurePicture(last.body)) !== undefined) return last
  }
  return last
}

function fail(outcome: PictureOutcome): FetchedPicture {
  return { outcome, copies: [] }
}

/** The bytes of a picture that is written out in its address (`data:`). */
function readInline(address: string): Uint8Array | undefined {
  return address.startsWith('data:') ? Buffer.from(address.slice(address.indexOf(',') + 1), 'base64') : undefined
}

function explainFailure({ key, failures }: DuePicture, answer: Asked, now: Date): PictureOutcome {
  if (answer.kind === 'waiting') return { key, kind: 'waiting', nextTry: answer.until }
  if (answer.kind !== 'failed') return { key, kind: 'failed', problem: 'answered with nothing', nextTry: undefined }
  const { code, message } = answer.problem
  const retry = lasting.has(code) ? undefined : findPictureRetry(failures + 1, now)
  const { retryAfter } = answer
  const nextTry = retry !== undefined && retryAfter !== undefined && retryAfter > retry ? retryAfter : retry
  return { key, kind: 'failed', problem: message, nextTry }
}
