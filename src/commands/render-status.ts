import { renderWaiting } from '../planet/render-waiting.ts'
import type { Calendar } from '../render/dates/open-calendar.ts'
import { countColumns } from '../text/count-columns.ts'
import { cutColumns } from '../text/cut-columns.ts'
import { makeLine } from '../text/make-line.ts'
import { wrapText } from '../text/wrap-text.ts'
import { type Remedy, renderRemedy } from './make-remedy.ts'
import type { FeedStatus } from './make-status.ts'
import { renderSpan } from './render-span.ts'

/** How times are written, and how wide the terminal is. */
export type StatusView = { calendar: Calendar; now: Date; columns: number }

/** Columns that a table with a column for reasons needs. */
const wide = 110
/** The least that it has of it. */
const leastReason = 30
/** Names are cut to the room left, but never shorter than this. */
const shortestName = 15
const gap = 2

/** All feeds, the worst first, under a summary line; then the entries that vanished. */
export function renderStatusTable(all: FeedStatus[], shown: FeedStatus[], listed: number, view: StatusView): string {
  const kinds = Object.keys(states) as FeedStatus['state'][]
  const counts = kinds.flatMap((kind) => {
    const count = all.filter(({ state }) => state === kind).length
    return count === 0 ? [] : [`${count} ${states[kind]}`]
  })
  const unseen = listed - all.length
  const sum = [...counts, ...(unseen > 0 ? [`${unseen} that no build has seen yet`] : [])].join(', ')
  const missing = shown.flatMap((status) => renderMissing(status, view))
  const worstFirst = [...shown].sort(
    (a, b) => kinds.indexOf(a.state) - kinds.indexOf(b.state) || sinceOf(a) - sinceOf(b),
  )
  const head = `${listed} ${listed === 1 ? 'feed' : 'feeds'}${sum === '' ? '' : `: ${sum}`}.${renderTimes(all, view)}`
  return [
    ...wrapText(head, view.columns, '', '  '),
    ...(shown.length === 0 ? [] : ['', ...renderRows(worstFirst, view)]),
    ...(missing.length === 0 ? [] : ['', 'Vanished from among their neighbours; still shown here:', ...missing]),
    '',
  ].join('\n')
}

/** When feeds were asked last, and when one is due again. */
function renderTimes(all: FeedStatus[], view: StatusView): string {
  const asked = all.flatMap(({ askedAt }) => (askedAt === null ? [] : [+askedAt]))
  if (asked.length === 0) return ''
  const due = all.flatMap(({ state, nextDue }) => (nextDue === null || state === 'gone' ? [] : [+nextDue]))
  const last = `  Last asked ${renderDay(new Date(Math.max(...asked)), view)}`
  if (due.length === 0) return `${last}.`
  const next = Math.min(...due)
  return `${last}, next due ${next <= +view.now ? 'now' : renderTime(new Date(next), view)}.`
}

/** What is known of one feed beside its status. */
export type FeedFacts = {
  /** In feeds.yaml. */
  line: number
  /** The validators sent, so that the server need not answer with the whole feed: "ETag and Last-Modified". */
  validators: string[]
  /** Usual milliseconds between two entries; `undefined` where there are too few entries to tell. */
  rhythm: number | undefined
}

/** One feed, with everything known about fetching it. */
export function renderFeedStatus(status: FeedStatus, remedy: Remedy[], facts: FeedFacts, view: StatusView): string {
  const { name, url, failures, movedTo, slug, state } = status
  const time = (instant: Date | null) => renderTime(instant, view)
  const answered = status.status === null ? '' : ` (${status.status})`
  const missing = renderMissing(status, view)
  const reason = status.state === 'gone' ? '' : (status.message ?? '')
  const tell = (text: string) => wrapText(makeLine(text), view.columns, '  ', '    ')
  return [
    ...wrapText(`${makeLine(name)}   ${url}   (feeds.yaml line ${facts.line})`, view.columns, '', '    '),
    ...tell(`${renderSince(status, view)}${reason === '' ? '' : `: ${reason}`}`),
    ...renderRemedy(remedy, view.columns, '  '),
    ...tell(`${renderEntries(status, time)}${renderRhythm(facts.rhythm)}`),
    ...tell(
      `last asked ${time(status.askedAt)}${answered}${state === 'gone' ? '' : `, ${renderNextAsked(status, view)}`}`,
    ),
    ...(failures === 0
      ? []
      : tell(
          `${failures} ${failures === 1 ? 'failure' : 'failures'} in a row; the longer it fails, the less often it is asked: planet retry ${slug ?? url} to ask at the next build`,
        )),
    ...(state === 'gone' ? tell(`not asked any more: planet retry ${slug ?? url} to ask at the next build`) : []),
    ...tell(
      status.answeredAt === null
        ? 'no good answer so far'
        : `last good answer ${time(status.answeredAt)}${facts.validators.length === 0 ? ', without a validator: it comes whole each time' : `, with ${facts.validators.join(' and ')}`}`,
    ),
    ...(movedTo === null || status.state === 'moved' ? [] : tell(`moved for good to ${movedTo}`)),
    ...(status.waiting === null ? [] : tell(`${explainWaiting(status.waiting)}`)),
    ...(status.full
      ? tell('brought more in a day than may be stored; the rest is asked for again (max_new, max_text)')
      : []),
    ...(status.note === null ? [] : tell(`note: ${status.note}`)),
    ...(missing.length === 0 ? [] : ['  vanished from among their neighbours; still shown here:', ...missing]),
    '',
  ].join('\n')
}

/** The worst first: states that need the operator, states that mend themselves, states that are fine. */
const states: Record<FeedStatus['state'], string> = {
  quarantined: 'quarantined',
  'never-worked': 'never worked',
  failing: 'failing',
  gone: 'gone',
  moved: 'moved',
  waiting: 'asked to wait',
  retried: 'to be retried',
  new: 'new',
  quiet: 'quiet',
  paused: 'paused',
  fine: 'fine',
}

function sinceOf({ since }: FeedStatus): number {
  return since === null ? 0 : +since
}

type Column = { head: string; write(status: FeedStatus, view: StatusView): string }

/** Feeds that share a name, as those of one host do until they are read, get their paths added. */
function makeNameColumn(all: FeedStatus[]): Column {
  const counts = new Map<string, number>()
  for (const { name } of all) counts.set(name, (counts.get(name) ?? 0) + 1)
  const write = ({ name, url }: FeedStatus) =>
    makeLine((counts.get(name) ?? 0) > 1 ? `${name} (${url.replace(/^https?:\/\/[^/]*/, '')})` : name)
  return { head: 'FEED', write }
}

/** Columns left out of a narrow table, in this order; the view of one feed has them. */
const droppable = ['ENTRIES', 'LAST ASKED']
const entriesColumn: Column = { head: 'ENTRIES', write: ({ entries }) => String(entries) }
const columns: Column[] = [
  { head: 'STATE', write: renderState },
  { head: 'LAST ENTRY', write: ({ lastEntry }, view) => (lastEntry === null ? 'never' : renderDay(lastEntry, view)) },
  entriesColumn,
  { head: 'LAST ASKED', write: renderAsked },
  { head: 'NEXT', write: renderNext },
]

/** A row a feed; its reason stands in the last column of a wide terminal, and below the row of a narrow one. */
function renderRows(shown: FeedStatus[], view: StatusView): string[] {
  const isWide = view.columns >= wide
  const names = fill(makeNameColumn(shown), shown, view)
  const filled = columns.map((column) => fill(column, shown, view))
  const room = (list: Filled[]) =>
    view.columns - list.reduce((sum, { width }) => sum + gap + width, 0) - (isWide ? gap + leastReason : 0)
  const others = droppable.reduce(
    (kept, head) => (room(kept) < shortestName ? kept.filter(({ column }) => column.head !== head) : kept),
    filled,
  )
  const list = [{ ...names, width: Math.min(names.width, Math.max(shortestName, room(others))) }, ...others]
  const writeRow = (cellOf: (filled: Filled) => string) =>
    list.map((one) => pad(cellOf(one), one.width, one.column === entriesColumn)).join(' '.repeat(gap))
  const reasonAt = list.reduce((sum, { width }) => sum + width + gap, 0)
  return [
    `${writeRow(({ column }) => column.head)}${isWide ? `${' '.repeat(gap)}REASON` : ''}`.trimEnd(),
    ...shown.flatMap((status, index) => {
      const row = writeRow(({ cells }) => cells[index] ?? '')
      const reason = makeLine(explainReason(status))
      if (reason === '') return [row.trimEnd()]
      // An address in the reason that is wider than the column also moves the reason below, where it stands whole.
      const longest = Math.max(...reason.split(' ').map(countColumns))
      if (!isWide || reasonAt + longest > view.columns)
        return [row.trimEnd(), ...wrapText(reason, view.columns, '    ')]
      return wrapText(reason, view.columns, row + ' '.repeat(gap), ' '.repeat(reasonAt))
    }),
  ]
}

/** A column with its text for each feed, and the width of the widest. */
type Filled = { column: Column; cells: string[]; width: number }

function fill(column: Column, shown: FeedStatus[], view: StatusView): Filled {
  const cells = shown.map((status) => column.write(status, view))
  const width = cells.reduce((most, cell) => Math.max(most, countColumns(cell)), countColumns(column.head))
  return { column, cells, width }
}

function pad(cell: string, width: number, isNumber: boolean): string {
  const cut = cutColumns(cell, width)
  const blanks = ' '.repeat(Math.max(0, width - countColumns(cut)))
  return isNumber ? blanks + cut : cut + blanks
}

/** Why a feed is in its state, where the state's name does not say enough. */
function explainReason({ state, message, waiting, full }: FeedStatus): string {
  const reasons = [
    state === 'gone' ? null : message,
    waiting === null ? null : explainWaiting(waiting),
    full ? 'brought more in a day than may be stored' : null,
  ]
  return reasons.filter((reason) => reason !== null).join('; ')
}

function explainWaiting({ count, titles }: NonNullable<FeedStatus['waiting']>): string {
  return renderWaiting({ waiting: count, titles })
}

function renderState({ state, since }: FeedStatus, { now }: StatusView): string {
  return since === null ? states[state] : `${states[state]} ${renderSpan(+now - +since)}`
}

/** "failing since Apr 18 06:00 (2 d)" */
function renderSince(status: FeedStatus, view: StatusView): string {
  const { state, since } = status
  if (since === null) return states[state]
  const { calendar, now } = view
  const isThisYear = calendar.dayOf(since).slice(0, 4) === calendar.dayOf(now).slice(0, 4)
  const span = state === 'fine' ? '' : ` (${renderSpan(+now - +since)})`
  return `${states[state]} since ${calendar.format(since, isThisYear ? '%b %d %H:%M' : '%b %d, %Y')}${span}`
}

function renderRhythm(rhythm: number | undefined): string {
  if (rhythm === undefined) return ''
  const days = Math.round(rhythm / 86_400_000)
  return days < 1 ? '; mostly several a day' : `; mostly one ${days === 1 ? 'a day' : `in ${days} days`}`
}

function renderEntries({ entries, lastEntry }: FeedStatus, time: (instant: Date | null) => string): string {
  if (entries === 0) return 'no entries'
  const count = `${entries} ${entries === 1 ? 'entry' : 'entries'}`
  return lastEntry === null ? `${count}, none of them shown` : `${count}, the last of ${time(lastEntry)}`
}

function renderAsked({ askedAt, status }: FeedStatus, view: StatusView): string {
  return `${renderTime(askedAt, view)}${status === null ? '' : `  ${status}`}`
}

function renderNext({ state, nextDue }: FeedStatus, view: StatusView): string {
  if (state === 'gone' || state === 'paused') return 'never'
  return nextDue === null || nextDue <= view.now ? 'next build' : renderTime(nextDue, view)
}

/** "next 16:00", "next at the next build" */
function renderNextAsked(status: FeedStatus, view: StatusView): string {
  const next = renderNext(status, view)
  return next === 'next build' ? 'next at the next build' : `next ${next}`
}

/** Writes "today" before a time of today, which alone would be unclear. */
function renderDay(instant: Date, view: StatusView): string {
  const isToday = view.calendar.dayOf(instant) === view.calendar.dayOf(view.now)
  return `${isToday ? 'today ' : ''}${renderTime(instant, view)}`
}

const halfYear = 183 * 86_400_000

/** "14:00" today, "Apr 17" this year, or less than half a year away, "Apr 2018" else. */
function renderTime(instant: Date | null, { calendar, now }: StatusView): string {
  if (instant === null) return 'never'
  const day = calendar.dayOf(instant)
  const today = calendar.dayOf(now)
  if (day === today) return calendar.format(instant, '%H:%M')
  const isNear = day.slice(0, 4) === today.slice(0, 4) || Math.abs(+instant - +now) < halfYear
  return calendar.format(instant, isNear ? '%b %d' : '%b %Y')
}

function renderMissing({ name, missing }: FeedStatus, view: StatusView): string[] {
  return missing.flatMap(({ title, link, publishedId, since }) => {
    const what = title === undefined ? '' : `“${title}” `
    const text = makeLine(`${name}: ${what}${link ?? publishedId}, since ${renderTime(since, view)}`)
    return wrapText(text, view.columns, '  ', '    ')
  })
}
