import type { IncomingHttpHeaders } from 'node:http'
import type { Readable } from 'node:stream'
import type { Validators } from '../model.ts'
import { findOwn } from '../text/find-own.ts'
import { readFreshness } from './read-freshness.ts'

/** An answer whose head has come. */
export type Answer = { statusCode: number; headers: IncomingHttpHeaders; body: Readable }

/** The first value of a header, byte for byte: Node and undici read and write header bytes as latin1. */
export function header({ headers }: Pick<Answer, 'headers'>, name: string): string | undefined {
  const value = findOwn(headers, name)
  return Array.isArray(value) ? value[0] : value
}

/** The validators as they came, quotes and all; without those that cannot be sent back. */
export function readValidators(answer: Answer): Pick<Validators, 'etag' | 'lastModified'> {
  return { etag: sendable(header(answer, 'etag')), lastModified: sendable(header(answer, 'last-modified')) }
}

/**
 * Milliseconds for which the answer stays fresh; `undefined` where it does not say. Several Cache-Control headers are one list (RFC 9110,
 * section 5.3).
 */
export function findFreshness(answer: Answer, now: Date): number | undefined {
  const control = answer.headers['cache-control']
  return readFreshness(
    {
      cacheControl: Array.isArray(control) ? control.join(', ') : control,
      age: header(answer, 'age'),
      expires: header(answer, 'expires'),
      date: header(answer, 'date'),
    },
    now,
  )
}

/** Characters of a validator that is sent back: many servers refuse a header of 8 kB, and would refuse us for ever after. */
const longestValidator = 4000

function sendable(value: string | undefined): string | undefined {
  return value !== undefined && value.length <= longestValidator && /^[\t -~\x80-\xff]+$/.test(value)
    ? value
    : undefined
}
