import type { BuildPart } from '../build.ts'
import type { BuildReport, FeedReport, Notice } from '../build-report.ts'
import { countColumns } from '../text/count-columns.ts'
import { cutColumns } from '../text/cut-columns.ts'
import { makeLine } from '../text/make-line.ts'
import { wrapText } from '../text/wrap-text.ts'
import { type Remedy, renderRemedy } from './make-remedy.ts'
import type { WriteTime } from './open-time-writer.ts'
import { renderSpan } from './render-span.ts'

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
      return `${makeLine(report.problem?.message ?? 'failed')}; ${report.neverWorked ? 'it has never worked' : 'its earlier entries stay'}`
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

/** Options of a summary, beside the report. */
export type SummaryOptions = {
  /** Nothing was written. */
  dryRun?: boolean | undefined
  /** Which half of a build it was; absent: both. */
  part?: BuildPart
  findRemedy?: (feed: FeedReport) => Promise<Remedy[]>
  /** How times are written, and the time now; where absent, no times are shown. */
  clock?: { now: Date; writeTime: WriteTime }
}

/** Notices of a feed that the summary reports in its own way. */
export const toldInSummary: Notice['code'][] = ['FAILING', 'MOVED', 'FLOOD']

/**
 * What a build did, for a person at a terminal; understood without colour.
 *
 * @param columns of the terminal: longer lines are cut, except problems and remedies, which are wrapped
 */
export async function renderBuildSummary(
  report: BuildReport,
  folder: string,
  columns: number,
  { dryRun = false, part = 'both', findRemedy = async () => [], clock }: SummaryOptions = {},
): Promise<string> {
  const by = (...results: FeedReport['result'][]) => report.feeds.filter((feed) => results.includes(feed.result))
  const fresh = by('new-entries')
  const changed = by('changed')
  const failed = by('failed', 'quarantined')
  const rest = by('unchanged', 'not-due', 'paused')
  const waiting = by('waiting')
  const still = rest.filter(({ problem }) => !problem)
  const ailing = rest.filter(({ problem }) => problem)
  const time = seconds(report.milliseconds)
  const lines: string[] = []
  if (report.feeds.length === 0) {
    if (part === 'fetch') lines.push(`There is nobody to ask.  ${time}`)
    else if (report.written.length === 0) lines.push(`The site is up to date.  ${time}`)
  } else if (fresh.length + changed.length + report.written.length === 0) {
    const hint = ailing.length > 0 ? ' (planet status --failing)' : ''
    const isAnyAsked = by('not-due', 'paused').length < report.feeds.length
    const sentence = `${isAnyAsked ? 'No news. ' : ''}${countStates(report.feeds)}${hint}.`
    // The time stays with the end of it.
    lines.push(`${wrapText(sentence, columns - time.length - 2, '', '  ').join('\n')}  ${time}`)
  } else {
    if (fresh.length > 0) {
      const entries = fresh.reduce((sum, feed) => sum + feed.added - feed.heldBack, 0)
      lines.push(row('New', `${count(entries, 'entry', 'entries')} from ${count(fresh.length, 'feed', 'feeds')}`))
      lines.push(...fresh.map((feed) => cutColumns(detail(feed.name, renderTitles(feed)), columns)))
    }
    if (changed.length > 0) lines.push(row('Changed', count(changed.length, 'feed', 'feeds')))
    if (still.length > 0)
      lines.push(row('Unchanged', `${count(still.length, 'feed', 'feeds')}${explainUnchanged(still)}`))
    if (ailing.length > 0)
      lines.push(
        row('Failing', `${count(ailing.length, 'feed', 'feeds')}, not asked this time: planet status --failing`),
      )
  }
  const { hidden, back } = report.filtered
  if (hidden + back > 0) {
    const verbs = dryRun ? (['would be hidden', 'would be shown again'] as const) : (['hidden', 'shown again'] as const)
    const parts = [
      ...(hidden > 0 ? [`${count(hidden, 'entry', 'entries')} ${verbs[0]}`] : []),
      ...(back > 0 ? [`${count(back, 'entry', 'entries')} ${verbs[1]}`] : []),
    ]
    lines.push(row('Rules', parts.join(', ')))
  }
  const pictures = countPictures(report.pictures)
  if (pictures !== undefined) lines.push(row('Pictures', pictures))
  if (waiting.length > 0) lines.push(row('Waiting', `${count(waiting.length, 'feed', 'feeds')}, as the server asked`))
  for (const feed of waiting.slice(0, mostWaiting)) {
    lines.push(...renderDetail(feed.name, `answered ${feed.status}${explainNext(feed, clock)}`, columns))
  }
  if (waiting.length > mostWaiting) lines.push(`${' '.repeat(13)}and ${waiting.length - mostWaiting} more`)
  const moved = report.feeds.flatMap(({ name, notices }) =>
    notices.filter(({ code }) => code === 'MOVED').map(({ message }) => ({ name, message })),
  )
  if (moved.length > 0) lines.push(row('Moved', count(moved.length, 'feed', 'feeds')))
  for (const { name, message } of moved) lines.push(...renderDetail(name, message, columns))
  if (failed.length > 0) lines.push(row('Failed', `${count(failed.length, 'feed', 'feeds')}${explainKept(failed)}`))
  for (const feed of failed) {
    const message = `${explainSince(feed, clock)}${feed.problem?.message ?? ''}`
    lines.push(...renderDetail(feed.name, message, columns, await findRemedy(feed)))
  }
  if (part === 'fetch' && fresh.length + changed.length > 0) {
    lines.push('', dryRun ? `Nothing was stored.  ${time}` : `Stored; planet render writes the site.  ${time}`)
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
  return `${lines.join('\n')}\n`
}

/** Waiting feeds that are named: one host that wants to be left alone may have dozens. */
const mostWaiting = 5

/** "12 feeds: 10 not due, 2 failing": each feed counts once. */
function countStates(feeds: FeedReport[]): string {
  const counts = new Map<string, number>()
  for (const feed of feeds) counts.set(nameState(feed), (counts.get(nameState(feed)) ?? 0) + 1)
  const parts = stateNames.flatMap((name) => (counts.has(name) ? `${counts.get(name)} ${name}` : []))
  return `${count(feeds.length, 'feed', 'feeds')}: ${parts.join(', ')}`
}

const stateNames = ['unchanged', 'not due', 'paused', 'asked to wait', 'failing', 'quarantined', 'gone'] as const

function nameState({ result, problem }: FeedReport): (typeof stateNames)[number] {
  if (problem?.code === 'GONE') return 'gone'
  if (problem?.code === 'QUARANTINED') return 'quarantined'
  if (problem !== undefined) return 'failing'
  if (result === 'paused') return 'paused'
  if (result === 'waiting') return 'asked to wait'
  return result === 'not-due' ? 'not due' : 'unchanged'
}

/** "earlier entries stay"; a feed that never worked has no earlier entries. */
function explainKept(failed: FeedReport[]): string {
  const kept = failed.filter(({ neverWorked }) => !neverWorked).length
  if (kept === 0) return ''
  const whose = kept < failed.length ? '' : kept === 1 ? 'its ' : 'their '
  return `; ${whose}earlier entries stay`
}

/** Name and message on one line where they fit; else the whole message below the name. */
function renderDetail(name: string, message: string, columns: number, remedy: Remedy[] = []): string[] {
  const line = detail(name, makeLine(message))
  const indent = ' '.repeat(15)
  const fits = remedy.length === 0 && countColumns(line) <= columns
  if (fits) return [line]
  return [
    cutColumns(`${' '.repeat(13)}${makeLine(name)}`, columns),
    ...wrapText(makeLine(message), columns, indent, `${indent}  `),
    ...renderRemedy(remedy, columns, indent),
  ]
}

/** The words before the problem, which often ends with an address. Empty for a first failure, where the problem itself matters. */
function explainSince(feed: FeedReport, clock: SummaryOptions['clock']): string {
  const { failingSince, neverWorked } = feed
  const isOld = clock !== undefined && failingSince !== undefined && +clock.now - +failingSince >= 3_600_000
  if (!isOld) return neverWorked ? 'has never worked: ' : ''
  const span = renderSpan(+clock.now - +failingSince)
  return `${neverWorked ? `has never worked, for ${span}` : `failing ${span}`}${explainNext(feed, clock)}: `
}

function explainNext({ nextDue }: FeedReport, clock: SummaryOptions['clock']): string {
  if (clock === undefined || nextDue === undefined) return ''
  const next = clock.writeTime(nextDue)
  const now = clock.writeTime(clock.now)
  return `, not asked before ${next.slice(0, 10) === now.slice(0, 10) ? next.slice(11, 16) : next.slice(0, 16)}`
}

function explainUnchanged(feeds: FeedReport[]): string {
  const same = feeds.filter((feed) => feed.status === 304).length
  const tell = (result: FeedReport['result'], words: string) => {
    const count = feeds.filter((feed) => feed.result === result).length
    return count > 0 ? [`${count} ${words}`] : []
  }
  const reasons = [
    ...(same > 0 ? [`${same} × 304`] : []),
    ...tell('not-due', 'not due yet'),
    ...tell('paused', 'paused'),
  ]
  return reasons.length === 0 ? '' : ` (${reasons.join(', ')})`
}

function renderTitles(feed: FeedReport): string {
  const more = feed.added > feed.titles.length ? ' …' : ''
  const flood = `held back ${feed.heldBack} more (a flood)`
  const text = feed.heldBack > 0 ? flood : `${feed.titles.join(' · ')}${more}`
  return `${String(feed.added - feed.heldBack).padStart(3)}   ${makeLine(text)}`
}

function row(label: string, text: string): string {
  return `${label.padEnd(10)} ${text}`
}

function detail(name: string, text: string): string {
  const shown = cutColumns(makeLine(name), 28)
  return `${' '.repeat(13)}${shown}${' '.repeat(30 - countColumns(shown))}${text}`
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`
}

/** Where there is nothing to tell, nothing. */
function countPictures(pictures: BuildReport['pictures']): string | undefined {
  const { kept, failed, waiting } = pictures ?? { kept: 0, failed: 0, waiting: 0 }
  const parts = [
    ...(kept > 0 ? [`${kept} new`] : []),
    ...(failed > 0 ? [`${failed} could not be had`] : []),
    ...(waiting > 0 ? [`${waiting} with the next build`] : []),
  ]
  return parts.length === 0 ? undefined : parts.join(', ')
}
