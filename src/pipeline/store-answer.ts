import type { FeedReport } from '../build-report.ts'
import type { Config } from '../config/schema.ts'
import { decodeWhole } from '../entry-codec.ts'
import type { FindJudge, Judge } from '../filter/open-judges.ts'
import { sanitiserVersion } from '../html/sanitiser-version.ts'
import type { EncodedEntry, EntryChange, FeedSource, FeedState, Intake } from '../model.ts'
import { limitGrowth } from '../normalize/merge/limit-growth.ts'
import { mergeFeed } from '../normalize/merge/merge-feed.ts'
import { openIntake } from '../normalize/merge/open-intake.ts'
import { readerVersion } from '../normalize/read/reader-version.ts'
import { findInterval } from '../planet/find-interval.ts'
import { findPolicy } from '../planet/find-policy.ts'
import { findTwin } from '../planet/find-twin.ts'
import { isPurgedEntry } from '../planet/make-purges.ts'
import { makeFeedName } from '../planet/make-subscriptions.ts'
import { findDue } from '../schedule/find-due.ts'
import { findProblem, makeFeedHealth } from '../schedule/make-feed-health.ts'
import { makeAnsweredState, makeFailedState } from '../schedule/make-feed-state.ts'
import type { CarriedEntry, Store, StoredFeed } from '../store/store.ts'
import type { Answer } from './answer.ts'
import { detectTakeover, type JudgedVersion } from './detect-takeover.ts'
import { findMove } from './find-move.ts'
import { countChanges, makeFeedReport } from './make-feed-report.ts'
import { makeNotices } from './make-notices.ts'
import { makeQuarantine } from './make-quarantine.ts'

/** The time of a build, the time that its entries are seen at, and whether the operator lets this feed through. */
export type Keeping = { now: Date; seenAt: Date; isAccepted: boolean; findJudge: FindJudge }

/**
 * Store what one feed answered, its entries and its new state in one go. A failure is only reported here: whether it counts is known once
 * every feed was asked. See `storeFailure`.
 *
 * The entries of a feed that seems to be somebody else's now are stored, but not shown until the operator lets the feed in.
 */
export async function storeAnswer(answer: Answer, config: Config, store: Store, keeping: Keeping): Promise<FeedReport> {
  const { feed, kind } = answer
  const { now } = keeping
  const report = makeFeedReport(answer, config, now)
  if (kind === 'not-due' || kind === 'paused') {
    return { ...report, result: kind, problem: judge(feed.source, feed.state, config, now) }
  }
  if (kind === 'failed') {
    const { status, problem } = answer
    const state = makeFailedState(feed.state, answer, now, findInterval(feed.source, config))
    // A server that asks us to wait, and is obeyed, has not failed.
    if (state.failure !== feed.state.failure || state.waiting === undefined)
      return { ...report, result: 'failed', status, problem }
    return { ...report, result: 'waiting', status, problem: judge(feed.source, state, config, now) }
  }
  return storeVersion(answer, report, config, store, keeping)
}

/** Store a new version of a feed, or that the last version is still valid. */
async function storeVersion(
  answer: Extract<Answer, { kind: 'read' | 'same' }>,
  report: FeedReport,
  config: Config,
  store: Store,
  { now, seenAt, isAccepted, findJudge }: Keeping,
): Promise<FeedReport> {
  const { feed, kind, result, asked } = answer
  const judging = { policy: findPolicy(feed.source, config).takeover, isAccepted, now }
  const version = kind === 'read' ? await detectTakeover(feed, answer.version, store, judging) : undefined
  const isHeld = version === undefined ? feed.state.quarantined !== undefined : version.isHeld
  const isSameBody = kind === 'same' && result.kind === 'fetched'
  const moved = await findMove(feed.source.url, feed.state, asked, result.hops, now)
  const merged =
    version === undefined
      ? undefined
      : mergeVersion(feed, version, config, { now, seenAt, judge: await findJudge(feed.source) })
  const changes = merged?.changes ?? []
  const quarantined = isHeld ? makeQuarantine(feed.state.quarantined, version?.suspicion, changes, now) : undefined
  const marks = makeMarks(answer, merged?.intake.isFull ?? false)
  const isEmpty = kind === 'read' ? { isEmpty: answer.version.entries.length === 0 } : {}
  const read = { ...marks, ...isEmpty, reader: readerVersion, about: version?.about, intake: merged?.intake }
  const answered = { ...result, ...read, moved, isSameBody, quarantined }
  const state = makeAnsweredState(feed.state, answered, now)
  await store.apply(feed.source.url, changes, state, seenAt, {
    touchAll: isRenamed(feed, state),
    isNew: version?.known.isNewFeed ?? false,
    sanitiser: sanitiserVersion,
    release: isAccepted && version !== undefined,
    ...(kind !== 'read' || version === undefined || isHeld
      ? {}
      : { carried: listCarried(answer.version.entries, version) }),
  })
  const outcome = {
    ...report,
    ...countChanges(isHeld ? [] : changes),
    // The stored name: a feed in quarantine must not appear under a name of its own choosing.
    name: makeFeedName(feed.source, state.about),
    status: result.status,
    problem: judge(feed.source, state, config, now),
    ...(isHeld ? { result: 'quarantined' as const } : {}),
    nextDue: findDue(state, findInterval(feed.source, config), now),
  }
  const told = version?.isHeld === false ? version.suspicion : undefined
  const twin = state.moved === undefined ? undefined : findTwin(feed.source.url, state.moved.to, config)
  return { ...outcome, notices: makeNotices(feed.state, state, { ...outcome, told, isAccepted, twin }, now) }
}

/** The validators by which the server is asked next time whether anything is new, and the hash by which we recognise the body. */
function makeMarks(answer: Extract<Answer, { kind: 'read' | 'same' }>, isFull: boolean) {
  const { kind, result, bodyHash } = answer
  const unmarked = { validators: { url: result.finalUrl } }
  // Some entries had no room and must come again: without validators, the server sends the whole body.
  if (isFull) return { ...unmarked, bodyHash: undefined }
  // The same for a document that was cut off. The hash stays: if the same body comes again, that is all there is.
  const isCut = kind === 'read' && answer.version.isCut
  return { bodyHash, ...(isCut ? unmarked : {}) }
}

/** The entries that a version carries, under the ids by which they are stored. */
function listCarried(entries: CarriedEntry[], version: JudgedVersion): CarriedEntry[] {
  return entries.map(({ id, mark }, index) => ({ id: version.entries[index]?.id ?? id, mark }))
}

/** What is wrong with a feed, now or since it was last asked. When its blog last wrote does not matter here. */
function judge(source: FeedSource, state: FeedState, { defaults }: Config, now: Date): FeedReport['problem'] {
  const facts = { now, last: undefined, inactiveAfterMs: defaults.inactiveAfterMs }
  return findProblem(makeFeedHealth(source, state, facts))
}

/** The changes that a version makes, within what the feed may bring in a day. */
function mergeVersion(
  { source, state }: StoredFeed,
  version: JudgedVersion,
  config: Config,
  { now, seenAt, judge }: Pick<Keeping, 'now' | 'seenAt'> & { judge: Judge | undefined },
): { changes: EntryChange[]; intake: Intake } {
  const policy = findPolicy(source, config)
  const { perDay, room, close } = openIntake(state.intake, policy, version.known.isNewFeed, now)
  const isPurged = isPurgedEntry(source.url, config.purged)
  const isHidden = (entry: EncodedEntry) => judge?.judge(decodeWhole(entry)) !== undefined
  const rules = { ...policy, perDay, isPurged, isHidden, isQuarantined: version.isHeld }
  const sizes = new Map(version.known.entries.map(({ key, bytes }) => [key, bytes]))
  const changes = mergeFeed(source.url, version, version.known, rules, seenAt)
  const limited = limitGrowth(changes, room, (key) => sizes.get(key) ?? 0)
  return { changes: limited.changes, intake: close(limited) }
}

/** True where every page with an entry of the feed shows something else of the feed now. */
function isRenamed({ source, state }: StoredFeed, next: FeedState): boolean {
  if (state.about === next.about) return false
  const shown = ({ about }: FeedState) =>
    JSON.stringify([makeFeedName(source, about), about?.link, about?.id, about?.rights, about?.license, about?.authors])
  return shown(state) !== shown(next)
}
