import type { Sparkline } from '../../theme.ts'

const height = 24
const step = 8
const months = 12
/** A blog with at least this many posts in its best month reaches the top of the sparkline; a blog with fewer stays below. */
const leastTop = 4

/** How often a blog wrote in twelve months. Every blog has its own scale: the line shows its rhythm. */
export function makeSparkline(counts: number[]): Sparkline {
  const all = Array.from({ length: months }, (_, index) => counts[index] ?? 0)
  const top = Math.max(leastTop, ...all)
  const bars = all.map((count, index) => {
    const length = count === 0 ? 1 : Math.max(3, Math.round((count / top) * height))
    return { x: index * step, y: height - length, width: step - 2, height: length }
  })
  const shapes = bars.map(({ x, y, width, height }) => `<rect x="${x}" y="${y}" width="${width}" height="${height}"/>`)
  return { width: months * step - 2, height, bars, shapes: shapes.join('') }
}
