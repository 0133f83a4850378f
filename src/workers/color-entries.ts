import { colorCode, hasCode } from '../html/color-code.ts'
import { maxContent } from '../html/limits.ts'
import type { ParsedEntry } from '../model.ts'

/** Milliseconds of work that go into the colors of one feed's code, at most: some two million characters of usual code. */
const longestWork = 2_000

/** Entries with their code in color. `left`: the places of those of which the time was over for some. */
type ColoredEntries = { entries: ParsedEntry[]; left: Set<number> }

/** Entries as they were read, their code in color. What comes once the time is over stays as it is. */
export async function colorEntries(entries: ParsedEntry[]): Promise<ColoredEntries> {
  const left = new Set<number>()
  if (!entries.some(({ contentHtml, summaryHtml }) => hasCode(contentHtml) || hasCode(summaryHtml)))
    return { entries, left }
  const { highlight } = await import('../html/highlight.ts')
  const worked = measureWork()
  const color = (html: string | undefined, place: number) => {
    if (!hasCode(html)) return html
    const colored = colorCode(html, highlight, () => {
      const isOver = worked() > longestWork
      if (isOver) left.add(place)
      return isOver
    })
    return Buffer.byteLength(colored) <= maxContent ? colored : html
  }
  const colored = entries.map((entry, place) => ({
    ...entry,
    contentHtml: color(entry.contentHtml, place),
    summaryHtml: color(entry.summaryHtml, place),
  }))
  return { entries: colored, left }
}

/** Neither waiting for a core nor what other threads do is work of this one: the smaller is the nearest that is known. */
function measureWork(): () => number {
  const start = performance.now()
  const before = process.cpuUsage()
  return () => {
    const { user, system } = process.cpuUsage(before)
    return Math.min(performance.now() - start, (user + system) / 1000)
  }
}
