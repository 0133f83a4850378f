import type { Warn } from '../collect-warnings.ts'
import { decodeWith, isSingleByte } from './decode-with.ts'
import { findCharset } from './find-charset.ts'
import { fixDoubleUtf8, fixWindows1252 } from './fix-mojibake.ts'
import { guessCharsets } from './guess-charsets.ts'
import { joinHalves } from './join-halves.ts'
import { mendBytes } from './mend-bytes.ts'

/**
 * Turn the bytes of an answer into text.
 *
 * The order of trust: byte order mark and the bytes of the first characters (UTF-16, UTF-32, EBCDIC); the HTTP charset; the XML
 * declaration; UTF-8; the legacy charset of its language; windows-1252. A charset that cannot have produced these bytes is skipped, with a warning. Valid UTF-8 that is
 * labelled as a single-byte charset is read as UTF-8: such a label is wrong wherever the text has more than ASCII.
 *
 * @param contentType the Content-Type header as sent
 */
export function decode(bytes: Uint8Array, contentType: string | undefined, warn: Warn): string {
  const { certain, claimed } = findCharset(bytes, contentType)
  if (certain !== undefined) return decodeAs(certain, bytes, warn)
  const utf8 = decodeWith('utf-8', bytes, true)
  const isAscii = utf8?.length === bytes.length
  if (isAscii && !utf8.includes('\u001b')) return utf8
  for (const charset of claimed) {
    if (charset === 'utf-8') {
      if (utf8 !== undefined) break
      warn('CHARSET', 'says that it is utf-8, but cannot be read as that')
    } else if (utf8 !== undefined && !isAscii && isSingleByte(charset)) {
      warn('CHARSET', `says that it is ${charset}, but is utf-8`)
      break
    } else {
      const text = decodeWith(charset, bytes, true)
      if (text !== undefined) return fixWindows1252(text)
      warn('CHARSET', `says that it is ${charset}, but cannot be read as that`)
    }
  }
  return utf8 === undefined ? decodeBroken(bytes, warn) : mend(utf8, warn)
}

function decodeAs(charset: string, bytes: Uint8Array, warn: Warn): string {
  const text = decodeWith(charset, bytes, true)
  if (text !== undefined) return mend(text, warn)
  warn('CHARSET', `is ${charset}, but has bytes that are not; each became “\uFFFD”`)
  return mend(decodeWith(charset, bytes, false) ?? '', warn)
}

/**
 * Decode a document with invalid UTF-8: where a few bytes are invalid, the rest is kept; where hardly anything is UTF-8, all is in the
 * charset of its language, else windows-1252.
 */
function decodeBroken(written: Uint8Array, warn: Warn): string {
  const joined = joinHalves(written)
  if (joined !== undefined) warn('CHARSET', 'has characters of utf-16 in its utf-8')
  const bytes = joined ?? written
  const text = new TextDecoder('utf-8').decode(bytes)
  const broken = text.match(/\uFFFD/g)?.length ?? 0
  const sound = text.match(/[\u0080-\uFFFC]+/g)?.join('').length ?? 0
  if (broken > sound) {
    for (const charset of guessCharsets(bytes)) {
      const guessed = decodeWith(charset, bytes, true)
      if (guessed === undefined) continue
      warn('CHARSET', `is not utf-8; read as ${charset}, by its language`)
      return guessed
    }
    warn('CHARSET', 'is not utf-8; read as windows-1252')
    return fixWindows1252(decodeWith('windows-1252', bytes, false) ?? '')
  }
  const { bytes: whole, mended } = mendBytes(bytes, text)
  if (mended > 0) warn('CHARSET', `has ${count(mended, 'byte')} of windows-1252 in its utf-8`)
  const rest = mended === 0 ? text : new TextDecoder('utf-8').decode(whole)
  const left = mended === 0 ? broken : (rest.match(/\uFFFD/g)?.length ?? 0)
  if (left > 0) warn('CHARSET', `has ${count(left, 'broken character')}; each became “\uFFFD”`)
  return mend(rest, warn)
}

function mend(text: string, warn: Warn): string {
  const mended = fixDoubleUtf8(text)
  if (mended !== text) warn('CHARSET', 'was encoded as utf-8 twice')
  return fixWindows1252(mended)
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`
}
