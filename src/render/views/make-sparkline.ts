import { remember } from '../../text/remember.ts'
import type { Sparkline } from '../../theme.ts'

const height = 24
const step = 8
const months = 12
const width = months * step - 2
/** A blog with at least this many posts in its best month reaches the top of the sparkline; a blog with fewer stays below. */
const leastTop = 4

/** How often a blog wrote in twelve months. Every blog has its own scale: the line shows its rhythm. */
export function makeSparkline(counts: number[]): Sparkline {
  const top = Math.max(leastTop, ...counts.slice(0, months))
  const bars: Sparkline['bars'] = []
  let shapes = ''
  for (let month = 0; month < months; month++) {
    const count = counts[month] ?? 0
    const length = count === 0 ? 1 : Math.max(3, Math.round((count / top) * height))
    const { bar, shape } = makeBar(length * months + month)
    bars.push(bar)
    shapes += shape
  }
  return { width, height, bars, shapes }
}

/** There are three hundred different bars, and a page of a thousand blogs has twelve thousand. */
const makeBar = remember((place: number) => {
  const [length, month] = [Math.floor(place / months), place % months]
  const bar = { x: month * step, y: height - length, width: step - 2, height: length }
  return { bar, shape: `<rect x="${bar.x}" y="${bar.y}" width="${bar.width}" height="${bar.height}"/>` }
})
