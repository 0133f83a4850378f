/** The characters of windows-1252 from 0x80. The five bytes that it does not define stay as they are. */
export const windows1252 =
  '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ' +
  String.fromCharCode(...Array.from({ length: 0x60 }, (_, index) => 0xa0 + index))

/** UTF-8 of a character beyond ASCII, each byte read as the Latin-1 character of that number. */
const latin1Sequence =
  /[\u00C2-\u00DF][\u0080-\u00BF]|[\u00E0-\u00EF][\u0080-\u00BF]{2}|[\u00F0-\u00F4][\u0080-\u00BF]{3}/g

/** The same, each byte read as windows-1252. */
const windowsSequence = /[ÂÃâ][\u0080-\u00BF€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]/g

/**
 * Undo UTF-8 that was taken for Latin-1 or windows-1252 and encoded again, where that is certain.
 *
 * It is certain where a sequence of such characters holds a C1 control character, which nobody writes; or the whole document, written in
 * windows-1252, is valid UTF-8 with two such sequences or more. ("Ã©" alone may be a remark on encodings.)
 */
export function fixDoubleUtf8(text: string): string {
  if (!/[\u00C2-\u00F4][\u0080-\u00BF€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]/.test(text)) return text
  const whole = (text.match(windowsSequence)?.length ?? 0) < 2 ? undefined : fromWindows1252(text)
  if (whole !== undefined) return whole
  return text.replace(latin1Sequence, (sequence) =>
    /[\u0080-\u009F]/.test(sequence) ? (decodeUtf8(Buffer.from(sequence, 'latin1')) ?? sequence) : sequence,
  )
}

/**
 * Replace C1 control characters by the characters that windows-1252 has in their place.
 *
 * They are in feeds that wrote windows-1252's numbers as if they were Unicode's; and Node 20 decodes windows-1252 to them (fixed in Node
 * 22).
 */
export function fixWindows1252(text: string): string {
  return text.replace(/[\u0080-\u009F]/g, (control) => windows1252[control.charCodeAt(0) - 0x80] ?? control)
}

function fromWindows1252(text: string): string | undefined {
  if (/[^\u0000-\u00FF€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]/.test(text)) return undefined
  const single = text.replace(/[^\u0000-\u00FF]/g, (character) =>
    String.fromCharCode(0x80 + windows1252.indexOf(character)),
  )
  return decodeUtf8(Buffer.from(single, 'latin1'))
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
