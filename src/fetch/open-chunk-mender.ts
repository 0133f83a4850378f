/** Letters after which a line between chunks is passed on as it is. */
const longest = 4096

/**
 * Mend the lines between the chunks of a body (RFC 9112, section 7.1), the way browsers read them: with or without CR, with blanks behind a
 * size. What is no size is passed on as it is, with all that follows, for the parser to refuse.
 *
 * @returns a function that takes the next bytes and returns those that are ready; without bytes (the end), it returns the rest
 */
export function openChunkMender(): (bytes?: Uint8Array) => Buffer {
  let expected: 'size' | 'end of chunk' | 'trailer' | 'anything' = 'size'
  /** Bytes of the chunk that have not come. */
  let left = 0
  let line = ''
  return (bytes) => {
    if (bytes === undefined) return Buffer.from(takeLine(), 'latin1')
    const ready: Uint8Array[] = []
    for (let at = 0; at < bytes.length; ) {
      const isFree = expected === 'anything'
      if (isFree || left > 0) {
        const part = bytes.subarray(at, isFree ? bytes.length : at + left)
        left -= isFree ? 0 : part.length
        at += part.length
        ready.push(part)
        continue
      }
      const feed = bytes.indexOf(0x0a, at)
      const end = feed < 0 ? bytes.length : feed + 1
      line += Buffer.from(bytes.subarray(at, end)).toString('latin1')
      at = end
      if (feed < 0 && line.length <= longest) break
      ready.push(Buffer.from(mend(takeLine()), 'latin1'))
    }
    return Buffer.concat(ready)
  }

  function takeLine(): string {
    const taken = line
    line = ''
    return taken
  }

  function mend(written: string): string {
    const text = written.replace(/\r?\n$/, '')
    const size = expected === 'size' ? /^([\da-f]{1,8})[ \t]*(?:;|$)/i.exec(text)?.[1] : undefined
    if (size !== undefined) {
      left = Number.parseInt(size, 16)
      expected = left > 0 ? 'end of chunk' : 'trailer'
      return `${size}\r\n`
    }
    if (expected === 'trailer') {
      if (text === '') expected = 'anything'
      return `${text}\r\n`
    }
    const isSound = expected === 'end of chunk' && text === ''
    expected = isSound ? 'size' : 'anything'
    return isSound ? '\r\n' : written
  }
}
