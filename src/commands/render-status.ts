import { countColumns } from '../config/count-columns.ts'
import type { Calendar } from '../render/dates/open-calendar.ts'
import { makeLine } from '../text/make-line.ts'
import type { FeedStatus } from './make-status.ts'

const hour = 3_600_000
const day = 24 * hour

/** All feeds, one a line, under a line that sums up; then what vanished. */
export function renderStatusTable(
  all: FeedStatus[],
  shown: FeedStatus[],
  listed: number,
  calendar: Calendar,
  now: Date,
): string {
  const kinds = Object.keys(states) as FeedStatus['state'][]
  const counts = kinds.flatMap((kind) => {
    const count = all.filter(({ state }) => state === kind).length
    return count === 0 ? [] : [`${count} ${states[kind]}`]
  })
  const unseen = listed - all.length
  const sum = [...counts, ...(unseen > 0 ? [`${unseen} that no build has seen yet`] : [])].join(', ')
  const head = ['FEED', 'STATE', 'LAST ENTRY', 'ENTRIES', 'LAST ASKED', 'NEXT']
  const rows = shown.map((status) => [
    makeLine(status.name),
    renderState(status, now),
    renderTime(status.lastEntry, calendar, now),
    String(status.entries),
    `${renderTime(status.askedAt, calendar, now)}${status.status === null ? '' : `  ${status.status}`}`,
    renderNext(status, calendar, now),
  ])
  const missing = shown.flatMap((status) => renderMissing(status, calendar, now))
  return [
    `${listed} ${listed === 1 ? 'feed' : 'feeds'}${sum === '' ? '' : `: ${sum}`}.`,
    ...(rows.length === 0 ? [] : ['', ...renderColumns([head, ...rows])]),
    ...(missing.length === 0 ? [] : ['', 'Vanished from among their neighbours; still shown here:', ...missing]),
    '',
  ].join('\n')
}

/** One feed, with all that is known of asking it. */
export function renderFeedStatus(status: FeedStatus, calendar: Calendar, now: Date): string {
  const { name, url, message, failures, movedTo } = status
  const time = (instant: Date | null) => renderTime(instant, calendar, now)
  const answered = status.status === null ? '' : ` (${status.status})`
  const missing = renderMissing(status, calendar, now)
  return [
    `${makeLine(name)}   ${url}`,
    `  ${renderState(status, now)}${message === null ? '' : `: ${makeLine(message)}`}`,
    `  ${renderEntries(status, time)}`,
    `  last asked ${time(status.askedAt)}${answered}, next ${renderNext(status, calendar, now)}`,
    ...(failures === 0
      ? []
      : [`  ${failures} ${failures === 1 ? 'failure' : 'failures'} in a row, last good ${time(status.answeredAt)}`]),
    ...(movedTo === null ? [] : [`  moved for good to ${movedTo}`]),
    ...(status.state === 'quarantined' ? [`  if it is still the same blog: planet build --accept ${url}`] : []),
    ...(missing.length === 0 ? [] : ['  vanished from among their neighbours; still shown here:', ...missing]),
    '',
  ].join('\n')
}

const states: Record<FeedStatus['state'], string> = {
  quarantined: 'quarantined',
  'never-worked': 'never worked',
  failing: 'failing',
  gone: 'gone',
  moved: 'moved',
  waiting: 'asked to wait',
  new: 'new',
  quiet: 'quiet',
  paused: 'paused',
  fine: 'fine',
}

function renderState({ state, since }: FeedStatus, now: Date): string {
  if (since === null) return states[state]
  const [hours, days] = [Math.floor((+now - +since) / hour), Math.floor((+now - +since) / day)]
  if (hours < 1) return `${states[state]} < 1 h`
  const time = days > 60 ? `${Math.floor(days / 30)} months` : days > 0 ? `${days} d` : `${hours} h`
  return `${states[state]} ${time}`
}

function renderEntries({ entries, lastEntry }: FeedStatus, time: (instant: Date | null) => string): string {
  if (entries === 0) return 'no entries'
  const count = `${entries} ${entries === 1 ? 'entry' : 'entries'}`
  return lastEntry === null ? `${count}, none of them shown` : `${count}, the last of ${time(lastEntry)}`
}

function renderNext({ state, nextDue }: FeedStatus, calendar: Calendar, now: Date): string {
  if (state === 'gone' || state === 'paused') return 'never'
  return nextDue === null || nextDue <= now ? 'next build' : renderTime(nextDue, calendar, now)
}

/** "14:00" today, "Apr 17" this year, "Apr 17, 2018" else. */
function renderTime(instant: Date | null, calendar: Calendar, now: Date): string {
  if (instant === null) return 'never'
  const today = calendar.dayOf(now)
  if (calendar.dayOf(instant) === today) return calendar.format(instant, '%H:%M')
  return calendar.format(instant, calendar.dayOf(instant).slice(0, 4) === today.slice(0, 4) ? '%b %d' : '%b %d, %Y')
}

function renderMissing({ name, missing }: FeedStatus, calendar: Calendar, now: Date): string[] {
  return missing.map(({ title, link, publishedId, since }) => {
    const what = title === undefined ? '' : `“${title}” `
    return `  ${makeLine(`${name}: ${what}${link ?? publishedId}, since ${renderTime(since, calendar, now)}`)}`
  })
}

/** Columns under one another, whatever the script of their letters. */
function renderColumns(rows: string[][]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => countColumns(row[column] ?? ''))))
  return rows.map((row) =>
    row
      .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - countColumns(cell)))
      .join('   ')
      .trimEnd(),
  )
}
