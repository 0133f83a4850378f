import { decode } from '../normalize/read/charset/decode.ts'
import { fixWindows1252 } from '../normalize/read/charset/fix-mojibake.ts'
import type { ImportNote } from './imported-planet.ts'

/**
 * A file that people have edited for years: UTF-8, or the encoding that its byte order mark or XML declaration names; in a file without
 * either, lines that are not UTF-8 are read as windows-1252, which includes Latin-1.
 */
export function decodeText(bytes: Uint8Array): { text: string; notes: ImportNote[] } {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), notes: [] }
  } catch {
    // Not UTF-8: handled below.
  }
  const isMarked = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  const isDeclared = /^\s*<\?xml[^>]*encoding/i.test(new TextDecoder('latin1').decode(bytes.subarray(0, 200)))
  if (isMarked || isDeclared) return { text: decode(bytes, undefined, () => undefined), notes: [] }
  return decodeLines(bytes)
}

function decodeLines(bytes: Uint8Array): { text: string; notes: ImportNote[] } {
  const utf8 = new TextDecoder('utf-8', { fatal: true })
  const latin1 = new TextDecoder('windows-1252')
  const lines: string[] = []
  const mended: number[] = []
  for (let from = 0; from <= bytes.length; ) {
    const found = bytes.indexOf(10, from)
    const to = found === -1 ? bytes.length : found
    const line = bytes.subarray(from, to)
    try {
      lines.push(utf8.decode(line))
    } catch {
      // Some versions of Node decode windows-1252 as plain Latin-1, without its further characters.
      lines.push(fixWindows1252(latin1.decode(line)))
      mended.push(lines.length)
    }
    from = to + 1
  }
  const [line] = mended
  const message = `not UTF-8: read as Latin-1 (windows-1252)${mended.length > 1 ? `, and ${mended.length - 1} more ${mended.length === 2 ? 'line' : 'lines'}` : ''}`
  return { text: lines.join('\n'), notes: [{ group: 'changed', line, message }] }
}
