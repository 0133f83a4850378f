import type { FeedReport, Notice } from '../build-report.ts'
import type { Config } from '../config/schema.ts'
import type { FeedState } from '../model.ts'
import { renderWaiting } from '../planet/render-waiting.ts'

const hour = 3_600_000
const day = 24 * hour

/** The verdict on whose feed it is: the operator let it through (`isAccepted`); or the takeover was only told (`told`). */
type Judged = { isAccepted?: boolean; told?: string | undefined }

/** Of a feed that has moved: the feed of feeds.yaml that has its new address already. */
type Listed = { twin?: string | undefined }

/** A feed before and after one answer. `after.failure.alerts` counts what is told of it now. */
type Change = {
  before: FeedState
  after: FeedState
  report: Pick<FeedReport, 'url' | 'added' | 'heldBack'> & Judged & Listed
  now: Date
}

/**
 * The news of a feed that the operator should know, each told once (O-03): it has failed for so long, works again, is gone, has moved,
 * brought a flood, or is more than we can cope with. The sentences hold no time of day, so that equal news reads the same.
 *
 * @param after the feed's new state; its `failure.alerts` counts these notices already
 */
export function makeNotices(before: FeedState, after: FeedState, report: Change['report'], now: Date): Notice[] {
  const change = { before, after, report, now }
  const all = [tellMistake, tellFailure, tellRecovery, tellMove, tellQuarantine, tellTakeover, tellFlood, tellFull]
  return all.flatMap((tell) => tell(change) ?? [])
}

function tellMistake({ before, after: { failure } }: Change): Notice | undefined {
  if (failure?.problem.code !== 'INTERNAL' || before.failure?.problem.code === 'INTERNAL') return undefined
  return { code: 'INTERNAL', message: failure.problem.message }
}

function tellFailure(change: Change): Notice | undefined {
  const { before, after, report, now } = change
  const { failure } = after
  if (after.gone !== undefined && before.gone === undefined) {
    const message =
      'says that it is gone for good (410); it is not asked again; remove it, or write its new address into feeds.yaml'
    return { code: 'GONE', message: `${message} (${report.url})` }
  }
  if (failure === undefined || failure.alerts <= (before.failure?.alerts ?? 0)) return undefined
  // A first failure that is a mistake of ours is told by `tellMistake`.
  if (failure.count === 1 && tellMistake(change) !== undefined) return undefined
  const time = renderTime(+now - +failure.since)
  const message =
    after.answer === undefined
      ? `has never worked${failure.count === 1 ? '' : `, for ${time}`}: ${failure.problem.message}`
      : `${failure.problem.message}; no answer that can be read for ${time}; its earlier entries stay`
  return { code: 'FAILING', message: `${message} (${report.url})` }
}

function tellRecovery({ before, after, report, now }: Change): Notice | undefined {
  const since = after.failure === undefined && after.gone === undefined ? findTold(before) : undefined
  if (since === undefined) return undefined
  const news = report.added === 0 ? '' : `, ${count(report.added, 'new entry', 'new entries')}`
  return { code: 'RECOVERED', message: `works again after ${renderTime(+now - +since)}${news}` }
}

function tellMove({ before, after: { moved }, report }: Change): Notice | undefined {
  if (moved === undefined || moved.to === before.moved?.to) return undefined
  if (report.twin !== undefined) {
    const message = `moved for good to ${moved.to}, which feeds.yaml has already; if it is the same blog, run: planet remove ${report.url}`
    return { code: 'MOVED', message }
  }
  const message = moved.isAdopted
    ? `moved for good to ${moved.to}, which is asked from now on; planet moved --apply writes it into feeds.yaml`
    : `says that it moved for good to ${moved.to}, at another domain; look at it, and if it is the same blog, run: planet moved --apply ${report.url}`
  return { code: 'MOVED', message }
}

function tellQuarantine({ before, after: { quarantined }, report }: Change): Notice | undefined {
  if (quarantined !== undefined && quarantined.alerts > (before.quarantined?.alerts ?? 0)) {
    const message = `seems to be somebody else’s by now: ${quarantined.message}; ${renderWaiting(quarantined)}, and nothing of it is shown; if it is still the same blog, run: planet build --accept ${report.url}`
    return { code: 'QUARANTINED', message }
  }
  if (before.quarantined === undefined || quarantined !== undefined) return undefined
  const { waiting } = before.quarantined
  const news = report.isAccepted && waiting > 0 ? `, with the ${count(waiting, 'entry', 'entries')} that waited` : ''
  return { code: 'ACCEPTED', message: `is let through again${news}` }
}

function tellTakeover({ report: { told, url } }: Change): Notice | undefined {
  if (told === undefined) return undefined
  const message = `seems to be somebody else’s by now: ${told}; it was taken over, as takeover: tell says`
  return { code: 'TAKEOVER', message: `${message} (${url})` }
}

function tellFlood({ report: { added, heldBack } }: Change): Notice | undefined {
  if (heldBack === 0) return undefined
  const shown = added - heldBack
  const brought = count(added, 'new entry', 'new entries')
  const message = `brought ${brought}: ${shown} on the front page and in the feeds, ${shown > 0 ? 'the rest' : 'all'} on the dated pages only`
  return { code: 'FLOOD', message }
}

function tellFull({ before, after, report }: Change): Notice | undefined {
  if (!after.intake?.isFull || before.intake?.isFull) return undefined
  const message = `brought more in a day than may be stored, ${count(report.added, 'new entry', 'new entries')} so far; the rest is asked for again until it is; raise max_new or max_text for it, if all of that is wanted`
  return { code: 'FULL', message: `${message} (${report.url})` }
}

/** Since when the feed has had a trouble of which the operator was told. */
function findTold({ gone, failure }: FeedState): Date | undefined {
  return gone?.since ?? (failure !== undefined && failure.alerts > 0 ? failure.since : undefined)
}

/**
 * The state of a feed with the alerts counted that are due after so long a failure; never fewer than were given. The operator hears at once
 * of a feed that has never worked: mostly its address is wrong.
 */
export function countAlerts(state: FeedState, { afterMs, repeatMs }: Config['alerts'], now: Date): FeedState {
  const { failure } = state
  if (failure === undefined) return state
  const limits = [state.answer === undefined ? 0 : afterMs, ...repeatMs]
  const due = limits.filter((limitMs) => +now - +failure.since >= limitMs)
  return { ...state, failure: { ...failure, alerts: Math.max(failure.alerts, due.length) } }
}

function renderTime(milliseconds: number): string {
  const days = Math.floor(milliseconds / day)
  return days > 0 ? count(days, 'day', 'days') : count(Math.max(1, Math.floor(milliseconds / hour)), 'hour', 'hours')
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`
}
