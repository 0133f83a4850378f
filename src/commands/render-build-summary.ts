import type { BuildReport, FeedReport } from '../model.ts'
import { makePrintable } from './make-printable.ts'

/** One feed and its result: "Monal IM: 200, 2 new entries (0.3 s)". */
export function renderFeedLine(report: FeedReport): string {
  const time = report.result === 'not-due' ? '' : ` (${seconds(report.milliseconds)})`
  const warnings = report.warnings.map((warning) => `; ${makePrintable(warning)}`).join('')
  return `${makePrintable(report.name)} <${report.url}>: ${renderResult(report)}${warnings}${time}`
}

function renderResult(report: FeedReport): string {
  switch (report.result) {
    case 'not-due':
      return 'not due yet'
    case 'failed':
      return `${makePrintable(report.problem?.message ?? 'failed')}; its earlier entries stay`
    case 'unchanged':
      return `${report.status}, nothing new`
    case 'changed':
      return `${report.status}, ${count(report.changed, 'entry', 'entries')} changed`
    case 'new-entries':
      return `${report.status}, ${count(report.added, 'new entry', 'new entries')}`
  }
}

/** What a build did, for a person at a terminal; nothing that needs colour to be understood. */
export function renderBuildSummary(report: BuildReport, folder: string): string {
  const by = (result: FeedReport['result']) => report.feeds.filter((feed) => feed.result === result)
  const [fresh, changed, failed] = [by('new-entries'), by('changed'), by('failed')]
  const unchanged = by('unchanged')
  const notDue = by('not-due')
  const added = fresh.reduce((sum, feed) => sum + feed.added, 0)
  const lines: string[] = []
  if (report.feeds.length > 0 && fresh.length + changed.length + report.written.length === 0) {
    const failing = failed.length === 0 ? '' : `, ${failed.length} failing`
    const still = unchanged.length + notDue.length
    lines.push(`No news. ${count(report.feeds.length, 'feed', 'feeds')}: ${still} unchanged${failing}.`)
  } else {
    if (fresh.length > 0) {
      const entries = count(added, 'entry', 'entries')
      lines.push(row('New', `${entries} from ${count(fresh.length, 'feed', 'feeds')}`))
      lines.push(...fresh.map((feed) => detail(feed.name, renderTitles(feed))))
    }
    if (changed.length > 0) lines.push(row('Changed', count(changed.length, 'feed', 'feeds')))
    const still = unchanged.length + notDue.length
    if (still > 0) {
      const reasons = [
        `${unchanged.filter((feed) => feed.status === 304).length} × 304`,
        ...(notDue.length > 0 ? [`${notDue.length} not due yet`] : []),
      ]
      lines.push(row('Unchanged', `${count(still, 'feed', 'feeds')} (${reasons.join(', ')})`))
    }
  }
  if (failed.length > 0) {
    lines.push(row('Failed', `${count(failed.length, 'feed', 'feeds')}; their earlier entries stay`))
    lines.push(...failed.map((feed) => detail(feed.name, feed.problem?.message ?? '')))
  }
  const wrote = `${report.written.length} of ${count(report.files, 'file', 'files')} changed`
  lines.push('', `Wrote ${folder}/: ${wrote}.  ${seconds(report.milliseconds)}`)
  return `${lines.join('\n').replace(/^\n+/, '')}\n`
}

function renderTitles(feed: FeedReport): string {
  const more = feed.added > feed.titles.length ? ' …' : ''
  return `${String(feed.added).padStart(3)}   ${feed.titles.join(' · ')}${more}`
}

function row(label: string, text: string): string {
  return `${label.padEnd(10)} ${text}`
}

function detail(name: string, text: string): string {
  return `${' '.repeat(13)}${makePrintable(name).slice(0, 28).padEnd(30)}${makePrintable(text)}`
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`
}
