import { colorCode, hasCode } from '../html/color-code.ts'
import { maxContent } from '../html/limits.ts'
import type { ParsedEntry } from '../model.ts'

/** Milliseconds of work that go into the colors of one feed's code, at most: some two million characters of usual code. */
const longestWork = 2_000

/** Entries as they were read, their code in color. What comes once the time is over stays as it is. */
export async function colorEntries(entries: ParsedEntry[]): Promise<ParsedEntry[]> {
  if (!entries.some(({ contentHtml, summaryHtml }) => hasCode(contentHtml) || hasCode(summaryHtml))) return entries
  const { highlight } = await import('../html/highlight.ts')
  const worked = measureWork()
  const color = (html: string | undefined) => {
    if (!hasCode(html)) return html
    const colored = colorCode(html, highlight, () => worked() > longestWork)
    return Buffer.byteLength(colored) <= maxContent ? colored : html
  }
  return entries.map((entry) => ({
    ...entry,
    contentHtml: color(entry.contentHtml),
    summaryHtml: color(entry.summaryHtml),
  }))
}

/** Neither waiting for a core nor what other threads do is work of this one: the smaller is the nearest that is known. */
function measureWork(): () => number {
  const [start, before] = [performance.now(), process.cpuUsage()]
  return () => {
    const { user, system } = process.cpuUsage(before)
    return Math.min(performance.now() - start, (user + system) / 1000)
  }
}
