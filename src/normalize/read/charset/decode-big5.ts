import { hongKongRows } from './hong-kong-rows.ts'

/** Letters with two marks, which Unicode has as two characters. */
const twoCharacters: readonly (readonly [number, string])[] = [
  [0x8862, '\u00ca\u0304'],
  [0x8864, '\u00ca\u030c'],
  [0x88a3, '\u00ea\u0304'],
  [0x88a5, '\u00ea\u030c'],
]

let characters: ReadonlyMap<number, string> | undefined

/**
 * Decode big5 as browsers do (Encoding Standard, section 12): with the 4,900 characters of Hong Kong, for which Node's `TextDecoder` gives
 * private-use ones.
 *
 * @param strictly throw at the first invalid pair; else it becomes U+FFFD
 */
export function decodeBig5(bytes: Uint8Array, strictly: boolean): string {
  characters ??= makeCharacters()
  const decoder = new TextDecoder('big5', { fatal: strictly })
  const parts: string[] = []
  let from = 0
  for (let at = 0; at < bytes.length; at++) {
    const first = bytes[at] ?? 0
    if (first <= 0x80) continue
    const character = characters.get(first * 256 + (bytes[at + 1] ?? 0))
    if (character !== undefined) {
      parts.push(decoder.decode(bytes.subarray(from, at)), character)
      from = at + 2
    }
    // The byte after an invalid one may be markup.
    if ((bytes[at + 1] ?? 0) >= 0x40) at += 1
  }
  parts.push(decoder.decode(bytes.subarray(from)))
  return parts.join('')
}

function makeCharacters(): Map<number, string> {
  const made = new Map(twoCharacters)
  for (const [first, row] of hongKongRows) {
    for (const [index, character] of [...row].entries()) {
      if (character !== ' ') made.set(first * 256 + (index < 63 ? 0x40 + index : 0xa1 + index - 63), character)
    }
  }
  return made
}
