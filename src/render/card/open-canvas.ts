import type { Outline } from './trace-path.ts'

/** A picture of one color that is there more or less: 0 is the ground, 1 the color whole. */
export type Canvas = {
  width: number
  height: number
  /** Rows from the top, each from the left. */
  pixels: Float32Array
  /** Paint what the outlines bound over what is there; where they go the other way about, they are a hole. */
  fill(outlines: Outline[], strength: number): void
}

/** Lines on which a row of pixels is looked at: edges are smooth by that many steps. */
const lines = 5

/** An empty picture. */
export function openCanvas(width: number, height: number): Canvas {
  const pixels = new Float32Array(width * height)
  return {
    width,
    height,
    pixels,
    fill(outlines, strength) {
      const row = new Float32Array(width)
      const rows = findCrossings(outlines, height)
      for (const [y, found] of rows) {
        const { from, to } = coverRow(found, row)
        for (let x = from; x < to; x++) {
          const before = pixels[y * width + x] ?? 0
          pixels[y * width + x] = before + (strength - before) * Math.min(1, row[x] ?? 0)
        }
        row.fill(0, from, to)
      }
    },
  }
}

/** Where an outline crosses a line, and which way it goes. */
type Crossing = { x: number; way: number }

/** For each row that has some, the crossings of each of its lines, which go through the middles of their shares of it. */
function findCrossings(outlines: Outline[], height: number): Map<number, Crossing[][]> {
  const rows = new Map<number, Crossing[][]>()
  for (const outline of outlines) {
    for (const [index, start] of outline.entries()) {
      const end = outline[index + 1] ?? outline[0] ?? start
      const [upper, lower, way] = start.y < end.y ? [start, end, 1] : [end, start, -1]
      const first = Math.max(0, Math.ceil(upper.y * lines - 0.5))
      const last = Math.min(height * lines, Math.ceil(lower.y * lines - 0.5))
      for (let line = first; line < last; line++) {
        const y = Math.floor(line / lines)
        const row = rows.get(y) ?? Array.from({ length: lines }, () => [])
        rows.set(y, row)
        const part = ((line + 0.5) / lines - upper.y) / (lower.y - upper.y)
        row[line % lines]?.push({ x: upper.x + (lower.x - upper.x) * part, way })
      }
    }
  }
  return rows
}

/** Add to a row what lies inside on its lines: what is gone around at all. Tells which pixels that may have changed. */
function coverRow(found: Crossing[][], row: Float32Array): { from: number; to: number } {
  let [first, last] = [row.length, 0]
  for (const crossings of found) {
    crossings.sort((a, b) => a.x - b.x)
    let [turns, from] = [0, 0]
    for (const { x, way } of crossings) {
      if (turns === 0) from = x
      turns += way
      if (turns === 0) coverSpan(from, x, row)
    }
    first = Math.min(first, crossings[0]?.x ?? first)
    last = Math.max(last, crossings.at(-1)?.x ?? last)
  }
  return { from: Math.max(0, Math.floor(first)), to: Math.min(row.length, Math.ceil(last)) }
}

/** Pixels at the ends are covered in part. */
function coverSpan(from: number, to: number, row: Float32Array): void {
  const [start, end] = [Math.max(0, from), Math.min(row.length, to)]
  for (let x = Math.floor(start); x < end; x++) {
    row[x] = (row[x] ?? 0) + (Math.min(x + 1, end) - Math.max(x, start)) / lines
  }
}
