import { countColumns } from '../config/count-columns.ts'
import type { BuildReport, FeedReport } from '../model.ts'
import { makeLine } from '../text/make-line.ts'
import type { WriteTime } from './open-time-writer.ts'

/** One feed and its result: "Monal IM: 200, 2 new entries (0.3 s)". */
export function renderFeedLine(report: FeedReport, writeTime: WriteTime): string {
  const isAsked = report.result !== 'not-due' && report.result !== 'paused'
  const time = isAsked ? ` (${seconds(report.milliseconds)})` : ''
  const warnings = report.warnings.map((warning) => `; ${makeLine(warning)}`).join('')
  return `${makeLine(report.name)} <${report.url}>: ${renderResult(report, writeTime)}${warnings}${time}`
}

function renderResult(report: FeedReport, writeTime: WriteTime): string {
  switch (report.result) {
    case 'not-due':
      return report.nextDue === undefined ? 'not asked any more' : `not due before ${writeTime(report.nextDue)}`
    case 'paused':
      return 'paused in feeds.yaml'
    case 'waiting':
      return `${report.status}, asks to be left alone for a while`
    case 'failed':
      return `${makeLine(report.problem?.message ?? 'failed')}; its earlier entries stay`
    case 'quarantined':
      return `quarantined: ${makeLine(report.problem?.message ?? '')}; its earlier entries stay`
    case 'unchanged':
      return `${report.status}, nothing new`
    case 'changed':
      return `${report.status}, ${count(report.changed, 'entry', 'entries')} changed`
    case 'new-entries':
      return `${report.status}, ${count(report.added, 'new entry', 'new entries')}`
  }
}

/**
 * What a build did, for a person at a terminal; nothing that needs colour to be understood.
 *
 * @param columns of the terminal: longer lines are cut
 * @param dryRun nothing was written
 */
export function renderBuildSummary(report: BuildReport, folder: string, columns: number, dryRun = false): string {
  const by = (...results: FeedReport['result'][]) => report.feeds.filter((feed) => results.includes(feed.result))
  const [fresh, changed, failed, still] = [
    by('new-entries'),
    by('changed'),
    by('failed', 'quarantined'),
    by('unchanged', 'not-due', 'paused'),
  ]
  const time = seconds(report.milliseconds)
  const lines: string[] = []
  if (report.feeds.length === 0) {
    if (report.written.length === 0) lines.push(`The site is up to date.  ${time}`)
  } else if (fresh.length + changed.length + report.written.length === 0) {
    const failing = failed.length === 0 ? '' : `, ${failed.length} failing`
    lines.push(`No news. ${count(report.feeds.length, 'feed', 'feeds')}: ${still.length} unchanged${failing}.  ${time}`)
  } else {
    if (fresh.length > 0) {
      const entries = fresh.reduce((sum, feed) => sum + feed.added, 0)
      lines.push(row('New', `${count(entries, 'entry', 'entries')} from ${count(fresh.length, 'feed', 'feeds')}`))
      lines.push(...fresh.map((feed) => detail(feed.name, renderTitles(feed))))
    }
    if (changed.length > 0) lines.push(row('Changed', count(changed.length, 'feed', 'feeds')))
    if (still.length > 0)
      lines.push(row('Unchanged', `${count(still.length, 'feed', 'feeds')}${explainUnchanged(still)}`))
  }
  if (failed.length > 0) {
    lines.push(
      row(
        'Failed',
        `${count(failed.length, 'feed', 'feeds')}; ${failed.length === 1 ? 'its' : 'their'} earlier entries stay`,
      ),
    )
    lines.push(...failed.map((feed) => detail(feed.name, feed.problem?.message ?? '')))
  }
  if (report.written.length + report.deleted.length > 0) {
    const changes = `${report.written.length} of ${count(report.files, 'file', 'files')}`
    lines.push(
      '',
      dryRun
        ? `Would change ${changes} in ${folder}/; nothing was written.  ${time}`
        : `Wrote ${folder}/: ${changes} changed.  ${time}`,
    )
  }
  return `${lines.map((line) => cutColumns(line, columns)).join('\n')}\n`
}

function explainUnchanged(feeds: FeedReport[]): string {
  const same = feeds.filter((feed) => feed.status === 304).length
  const notDue = feeds.filter((feed) => feed.result === 'not-due').length
  const reasons = [...(same > 0 ? [`${same} × 304`] : []), ...(notDue > 0 ? [`${notDue} not due yet`] : [])]
  return reasons.length === 0 ? '' : ` (${reasons.join(', ')})`
}

function renderTitles(feed: FeedReport): string {
  const more = feed.added > feed.titles.length ? ' …' : ''
  return `${String(feed.added).padStart(3)}   ${feed.titles.join(' · ')}${more}`
}

function row(label: string, text: string): string {
  return `${label.padEnd(10)} ${text}`
}

function detail(name: string, text: string): string {
  const shown = cutColumns(makeLine(name), 28)
  return `${' '.repeat(13)}${shown}${' '.repeat(30 - countColumns(shown))}${makeLine(text)}`
}

/** Text of at most so many columns, with … for what is left out. */
function cutColumns(text: string, columns: number): string {
  if (countColumns(text) <= columns) return text
  let cut = ''
  for (const letter of text) {
    if (countColumns(cut + letter) >= columns) return `${cut}…`
    cut += letter
  }
  return cut
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`
}
