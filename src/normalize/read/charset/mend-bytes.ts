import { windows1252 } from './fix-mojibake.ts'

/** Quotes, dashes, a dot, a blank and signs: the bytes that mean the same in every Windows code page for an alphabet. */
// biome-ignore format: grouped in rows
const signs = new Set([
  0x82, 0x84, 0x85, 0x86, 0x87, 0x89, 0x8b, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0x99, 0x9b,
  0xa0, 0xa9, 0xab, 0xae, 0xb0, 0xb1, 0xb7, 0xbb,
])

/** First bytes of the UTF-8 of a quote or a Western letter, which remain when a text is cut within the character. */
const halves = new Set([0xc2, 0xc3, 0xc4, 0xc5, 0xe2])

/**
 * Replace single bytes of windows-1252 in a UTF-8 document, which pasted texts leave there, by UTF-8.
 *
 * Only where there is no doubt: a byte that stands alone, and is a sign that all Windows pages share, or a letter, where `text` has only
 * letters of Western Europe, and the byte is not the first of a character that was cut.
 *
 * @param text the bytes, decoded
 * @returns the bytes, and how many were mended
 */
export function mendBytes(bytes: Uint8Array, text: string): { bytes: Uint8Array; mended: number } {
  const isWestern = !/(?![\u00A0-\u00FFŒœŠšŽžŸ])[\u0080-\uFFFC]/.test(text.replace(/[^\p{L}\p{M}]+/gu, ''))
  const parts: Uint8Array[] = []
  let mended = 0
  let from = 0
  for (let at = 0; at < bytes.length; at++) {
    if ((bytes[at] ?? 0) < 0x80) continue
    const length = measureCharacter(bytes, at)
    if (length === 0 && isCertain(bytes, at, isWestern)) {
      parts.push(bytes.subarray(from, at), Buffer.from(windows1252[(bytes[at] ?? 0) - 0x80] ?? '\uFFFD'))
      from = at + 1
      mended += 1
    }
    if (length === 0) while ((bytes[at + 1] ?? 0) >= 0x80 && measureCharacter(bytes, at + 1) === 0) at += 1
    else at += length - 1
  }
  return { bytes: Buffer.concat([...parts, bytes.subarray(from)]), mended }
}

function isCertain(bytes: Uint8Array, at: number, isWestern: boolean): boolean {
  const byte = bytes[at] ?? 0
  const next = bytes[at + 1] ?? 0
  // Several invalid bytes in a row are the rest of something else.
  if (next >= 0x80 && measureCharacter(bytes, at + 1) === 0) return false
  if (signs.has(byte)) return true
  if (!isWestern || byte < 0xc0 || byte === 0xff) return false
  return !halves.has(byte) || /[a-z]/i.test(String.fromCharCode(next))
}

/** Bytes of the UTF-8 character that begins here; 0 where none does. */
function measureCharacter(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0
  const length = first < 0x80 ? 1 : first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0
  for (let next = 1; next < length; next++) {
    if (((bytes[at + next] ?? 0) & 0xc0) !== 0x80) return 0
  }
  return length
}
