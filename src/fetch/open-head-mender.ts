import { openChunkMender } from './open-chunk-mender.ts'

/** Bytes after which a head without an end is passed on as it is. */
const longest = 64 * 1024

const token = /^[\w!#$%&'*+.^`|~-]+$/

/**
 * Mend the heads of an answer as they come, the way browsers read them: line ends without CR, folded lines, blanks before the colon and
 * "http" in small letters are put right; a line that is no header, a header whose name is invalid, and control characters in values are
 * dropped. Of equal Content-Lengths one is kept, beside chunks none (RFC 9112, sections 2.2, 5.1, 5.2, 6.3). What comes after the head stays
 * as it is, but for the lines between chunks.
 *
 * @returns a function that takes the next bytes and returns those that are ready; without bytes (the end), it returns the rest
 */
export function openHeadMender(): (bytes?: Uint8Array) => Buffer {
  let head: string | undefined = ''
  let mendBody = (bytes?: Uint8Array): Buffer => Buffer.from(bytes ?? [])
  return (bytes) => {
    if (head === undefined) return mendBody(bytes)
    head += Buffer.from(bytes ?? []).toString('latin1')
    let ready = ''
    for (let end = findEnd(head); end !== undefined; end = findEnd(head)) {
      const mended = mendHead(head.slice(0, end))
      ready += mended
      head = head.slice(end)
      if (/^HTTP\/\S+ +1\d\d/.test(mended)) continue
      if (/^transfer-encoding:.*chunked$/im.test(mended)) mendBody = openChunkMender()
      const body = mendBody(Buffer.from(head, 'latin1'))
      head = undefined
      return Buffer.concat([Buffer.from(ready, 'latin1'), body])
    }
    if (bytes === undefined || head.length > longest) {
      ready += head
      head = undefined
    }
    return Buffer.from(ready, 'latin1')
  }
}

function findEnd(text: string): number | undefined {
  const found = /\r?\n\r?\n/.exec(text)
  return found === null ? undefined : found.index + found[0].length
}

function mendHead(text: string): string {
  const [status = '', ...rest] = text.trimEnd().split(/\r?\n/)
  const headers: [name: string, value: string][] = []
  for (const line of rest) {
    const last = headers.at(-1)
    if (/^[ \t]/.test(line)) {
      if (last !== undefined) last[1] += ` ${clean(line)}`
      continue
    }
    const colon = line.indexOf(':')
    const name = line.slice(0, Math.max(colon, 0)).trim()
    if (token.test(name)) headers.push([name, clean(line.slice(colon + 1))])
  }
  const framed = frame(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  return `${status.replace(/^http(?=\/)/i, 'HTTP')}\r\n${framed.join('')}\r\n`
}

function clean(value: string): string {
  return value.replace(/[\0-\x08\x0a-\x1f\x7f]/g, '').trim()
}

/** Lengths that differ are kept, for the parser to refuse: nobody can tell where such an answer ends. */
function frame(headers: [name: string, value: string][]): [name: string, value: string][] {
  const isNamed = (name: string) => (header: [string, string]) => header[0].toLowerCase() === name
  const isChunked = headers.some((header) => isNamed('transfer-encoding')(header) && /chunked\s*$/i.test(header[1]))
  const lengths = headers
    .filter(isNamed('content-length'))
    .flatMap(([, value]) => value.split(',').map((length) => length.trim()))
  const sound = isChunked ? [] : [...new Set(lengths.filter((length) => /^\d+$/.test(length)))]
  const others = headers.filter((header) => !isNamed('content-length')(header))
  return [...others, ...sound.map((length): [string, string] => ['Content-Length', length])]
}
