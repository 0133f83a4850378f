import opentype, { type Font } from 'opentype.js'

/** Letters that can be drawn. */
export type Letters = {
  /** The width of a text in pixels; `undefined` where one of its letters cannot be drawn. */
  measure(text: string, size: number): number | undefined
  /** Draw a text whose letters can all be drawn, from its start on the base line: the `d` of an SVG path, in pixels. */
  trace(text: string, x: number, y: number, size: number): string
}

/** Letters of a font that comes in parts; a part is read when a letter is wanted that no earlier part has. */
export function openLetters(parts: Uint8Array[]): Letters {
  const fonts: Font[] = []
  const known = new Map<string, Font | undefined>()

  function findFont(letter: string): Font | undefined {
    if (known.has(letter)) return known.get(letter)
    // A letter that stands on another one, or whose shape depends on its neighbours, takes more than a font.
    const isPlain = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}]$/u.test(letter)
    const font = isPlain ? searchFont(letter) : undefined
    known.set(letter, font)
    return font
  }

  function searchFont(letter: string): Font | undefined {
    for (let part = 0; part < parts.length; part++) {
      const font = fonts[part] ?? opentype.parse(Uint8Array.from(parts[part] ?? []).buffer)
      fonts[part] = font
      if (font.charToGlyph(letter).index !== 0) return font
    }
    return undefined
  }

  function set(text: string, x: number, size: number) {
    let place = x
    return [...text].map((letter) => {
      const font = findFont(letter)
      if (font === undefined) return undefined
      const glyph = font.charToGlyph(letter)
      const start = place
      place += (glyph.advanceWidth * size) / font.unitsPerEm
      return { glyph, start, end: place }
    })
  }

  return {
    measure(text, size) {
      const letters = set(text, 0, size)
      return letters.includes(undefined) ? undefined : (letters.at(-1)?.end ?? 0)
    },
    trace: (text, x, y, size) =>
      set(text, x, size)
        .map((letter) => letter?.glyph.getPath(letter.start, y, size).toPathData(1) ?? '')
        .join(''),
  }
}
