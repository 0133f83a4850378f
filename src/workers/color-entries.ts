import { colorCode, hasCode } from '../html/color-code.ts'
import { maxContent } from '../html/limits.ts'
import type { ParsedEntry } from '../model.ts'

/** Most milliseconds of work for coloring the code of one feed: some two million characters of usual code. */
const longestWork = 2_000

/** Entries with their code in color. `left`: the places of entries for which the time ran out. */
type ColoredEntries = { entries: ParsedEntry[]; left: Set<number> }

/** Color the code of entries that were read. Code that is left when the time runs out stays as it is. */
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

/** Elapsed time includes waiting for a core, CPU time the work of other threads: the smaller is the best estimate of this thread's work. */
function measureWork(): () => number {
  const start = performance.now()
  const before = process.cpuUsage()
  return () => {
    const { user, system } = process.cpuUsage(before)
    return Math.min(performance.now() - start, (user + system) / 1000)
  }
}
