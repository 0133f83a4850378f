/** The part of opentype.js's interface that we use; it brings no types. */
declare module 'opentype.js' {
  export type Glyph = {
    index: number
    advanceWidth: number
    /** Its outline in pixels, y downwards, as the `d` of an SVG path. */
    getPath(x: number, y: number, size: number): { toPathData(decimals: number): string }
  }

  export type Font = { unitsPerEm: number; charToGlyph(letter: string): Glyph }

  const opentype: { parse(font: ArrayBuffer): Font }
  export default opentype
}
