/** Second bytes of syllables that KS X 1001 lacks: ASCII letters, and 0x81 up to a last byte that depends on the first. */
const letters = [...range(0x41, 0x5a), ...range(0x61, 0x7a)]

let tables: { syllables: ReadonlyMap<number, string>; characters: ReadonlyMap<number, string> } | undefined

/**
 * Decode euc-kr as browsers do (Encoding Standard, section 14): with the 8,822 syllables that Windows adds to KS X 1001 (code page 949,
 * UHC). Node's `TextDecoder` knows the charset's name, but not these syllables.
 *
 * @returns the text; U+FFFD where bytes are invalid
 */
export function decodeUhc(bytes: Uint8Array): string {
  tables ??= { syllables: makeSyllables(), characters: makeCharacters() }
  const { syllables, characters } = tables
  const parts: string[] = []
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0
    if (byte < 0x80) {
      parts.push(String.fromCharCode(byte))
      continue
    }
    const second = bytes[at + 1] ?? 0
    const pair = byte * 256 + second
    const character = characters.get(pair) ?? syllables.get(pair)
    parts.push(character ?? '\uFFFD')
    // The byte after an invalid one may be markup.
    if (character !== undefined || second >= 0x80) at += 1
  }
  return parts.join('')
}

/** The pairs of KS X 1001, which Node decodes. */
function makeCharacters(): Map<number, string> {
  const pairs = range(0xa1, 0xfe).flatMap((first) => range(0xa1, 0xfe).map((second) => first * 256 + second))
  const bytes = Uint8Array.from(pairs.flatMap((pair) => [pair >> 8, pair & 0xff, 0x0a]))
  const texts = new TextDecoder('euc-kr').decode(bytes).split('\n')
  const known = pairs.map((pair, index) => [pair, texts[index] ?? ''] as const)
  return new Map(known.filter(([, text]) => text.length === 1 && !/[\uFFFD\uE000-\uF8FF]/.test(text)))
}

/** The syllables that KS X 1001 lacks: in the order of Unicode, they fill the byte pairs that it leaves free. */
function makeSyllables(): Map<number, string> {
  const known = new Set(makeCharacters().values())
  const missing = range(0xac00, 0xd7a3)
    .map((code) => String.fromCharCode(code))
    .filter((syllable) => !known.has(syllable))
  const places = range(0x81, 0xc6).flatMap((first) =>
    [...letters, ...range(0x81, first <= 0xa0 ? 0xfe : 0xa0)].map((second) => first * 256 + second),
  )
  return new Map(missing.map((syllable, index) => [places[index] ?? 0, syllable]))
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}
