import type { FeedReport } from '../build-report.ts'
import type { Config } from '../config/schema.ts'
import type { EntryChange } from '../model.ts'
import { findInterval } from '../planet/find-interval.ts'
import { makeFeedName } from '../planet/make-subscriptions.ts'
import { findDue } from '../schedule/find-due.ts'
import type { Answer } from './answer.ts'

/** The report of a feed as far as it is known before its answer is stored. */
export function makeFeedReport(answer: Answer, config: Config, now: Date): FeedReport {
  const { source, state } = answer.feed
  const nextDue = answer.kind === 'not-due' ? answer.until : findDue(state, findInterval(source, config), now)
  const version = answer.kind === 'read' ? answer.version : undefined
  return {
    url: source.url,
    name: makeFeedName(source, version?.about ?? state.about),
    result: 'unchanged',
    status: undefined,
    nextDue: answer.kind === 'paused' ? undefined : nextDue,
    added: 0,
    changed: 0,
    heldBack: 0,
    problem: undefined,
    failingSince: answer.kind === 'not-due' || answer.kind === 'paused' ? state.failure?.since : undefined,
    neverWorked: state.answer === undefined && answer.kind !== 'read' && answer.kind !== 'same',
    warnings: version?.warnings ?? [],
    titles: [],
    notices: [],
    milliseconds: answer.milliseconds,
  }
}

/** What a version of a feed brought, as numbers and a few titles. */
export function countChanges(
  changes: EntryChange[],
): Pick<FeedReport, 'result' | 'added' | 'changed' | 'heldBack' | 'titles'> {
  const added = changes.filter((change) => change.kind === 'added')
  const heldBack = added.filter(
    ({ record }) => record.offSite !== 'filtered' && (record.offFront === 'first' || record.offFront === 'per_day'),
  )
  return {
    result: added.length > 0 ? 'new-entries' : changes.length > 0 ? 'changed' : 'unchanged',
    added: added.length,
    changed: changes.length - added.length,
    heldBack: heldBack.length,
    titles: added.slice(0, 3).map(({ entry }) => entry.title ?? 'untitled'),
  }
}
