/** The part of opentype.js's interface that we use; it brings no types. */
declare module 'opentype.js' {
  /** A step of an outline, y downwards: on from where the last one ended, by way of (x1, y1) and (x2, y2) where it is bent. */
  export type Command = { type: 'M'; x: number; y: number } | { type: 'L'; x: number; y: number } | Bend | { type: 'Z' }

  export type Bend =
    | { type: 'Q'; x1: number; y1: number; x: number; y: number }
    | { type: 'C'; x1: number; y1: number; x2: number; y2: number; x: number; y: number }

  export type Glyph = {
    index: number
    advanceWidth: number
    getPath(x: number, y: number, size: number): { commands: Command[] }
  }

  export type Font = { unitsPerEm: number; charToGlyph(letter: string): Glyph }

  const opentype: { parse(font: ArrayBuffer): Font }
  export default opentype
}
