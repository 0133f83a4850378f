import type { Config } from '../config/schema.ts'
import { findDue } from '../fetch/find-due.ts'
import { makeAnsweredState, makeFailedState } from '../fetch/make-feed-state.ts'
import type { EntryChange, FeedReport, FeedState, HeldVersion, Hop, KnownFeed, Move, ParsedFeed } from '../model.ts'
import { findTakeover } from '../normalize/merge/find-takeover.ts'
import { identifyEntries } from '../normalize/merge/identify-entries.ts'
import { mergeFeed, type Version } from '../normalize/merge/merge-feed.ts'
import { sanitiserVersion } from '../normalize/read/sanitising-policy.ts'
import type { Store, StoredFeed, VersionKeys } from '../store/store.ts'
import type { Answer } from './ask-feed.ts'
import { findPolicy } from './find-policy.ts'
import { countAlerts, makeNotices } from './make-notices.ts'
import { makeFeedName } from './make-subscriptions.ts'
import { isTakenDown } from './make-take-downs.ts'

/** The time of a build, the time that its entries are seen at, and whether the operator lets this feed through. */
export type Keeping = { now: Date; seenAt: Date; isAccepted: boolean }

/**
 * Store what one feed answered, its entries and its new state in one go. A failure is only reported here: whether it
 * counts is known when every feed was asked. See `keepFailure`.
 *
 * A version that seems to be somebody else's is held back: nothing of it is stored but the marks by which the server knows
 * it again, so that it is not asked for in full each time.
 */
export async function keepAnswer(
  answer: Answer,
  config: Config,
  store: Store,
  { now, seenAt, isAccepted }: Keeping,
): Promise<FeedReport> {
  const { feed, kind } = answer
  const report = makeReport(answer, config, now)
  if (kind === 'not-due' || kind === 'paused') {
    return { ...report, result: kind, problem: feed.state.problem ?? makeHeldProblem(feed.state.held) }
  }
  if (kind === 'failed') return { ...report, result: 'failed', status: answer.status, problem: answer.problem }

  const { result, asked, bodyHash } = answer
  const version = kind === 'read' ? await makeVersion(feed, answer.parsed, store) : undefined
  const takeover = version?.takeover !== undefined && !isAccepted ? holdVersion(feed, version, seenAt) : undefined
  // Without entries a feed does not show whose it is: what is thought of it stays, its name as well.
  const isSilent = version === undefined || (version.entries.length === 0 && !version.known.newFeed && !isAccepted)
  const held = isSilent ? feed.state.held : takeover
  const about = kind === 'read' && !isSilent && held === undefined ? answer.parsed.about : undefined
  const isSameBody = kind === 'same' && result.kind === 'fetched'
  const moved = await findMove(feed, asked, result.hops, now)
  const answered = { ...result, moved, bodyHash, isSameBody, about, held }
  const state = makeAnsweredState(feed.state, answered, now)
  const isStored = version !== undefined && held === undefined
  const changes = isStored ? mergeVersion(feed, version, config, seenAt) : []
  await store.apply(feed.source.url, changes, state, seenAt, {
    touchAll: isRenamed(feed, state),
    sanitiser: sanitiserVersion,
    ...(isStored ? { carried: version.entries.map(({ id }) => id) } : {}),
  })
  const problem = makeHeldProblem(held)
  const counted = { ...report, status: result.status, ...countChanges(changes), problem }
  // Whoever it is, it is not to speak under a name of its own choosing.
  const name = makeFeedName(feed.source, state.about)
  const outcome = { ...counted, name, result: held === undefined ? counted.result : ('held-back' as const) }
  const nextDue = findDue(state, feed.source.every ?? config.fetch.every, now)
  return { ...outcome, nextDue, notices: makeNotices(feed.state, state, outcome, now) }
}

/** What is known of a version that was held back, in words. */
function makeHeldProblem(held: HeldVersion | undefined): FeedReport['problem'] {
  return held && { code: 'HELD_BACK', message: `carries nothing that we know, and ${held.message}` }
}

/** The list of domains is large, and most feeds have not moved. */
async function findMove(
  { source, state }: StoredFeed,
  asked: string,
  hops: Hop[],
  now: Date,
): Promise<Move | undefined> {
  if (hops.length === 0 && state.moved === undefined) return undefined
  const { judgeMove } = await import('../fetch/judge-move.ts')
  return judgeMove(source.url, state.moved, asked, hops, now)
}

/** Store that a feed failed. Its entries stay. @returns the report with what the operator should know of it */
export async function keepFailure(
  { feed, ...failure }: Extract<Answer, { kind: 'failed' }>,
  report: FeedReport,
  config: Config,
  store: Store,
  seenAt: Date,
): Promise<FeedReport> {
  const every = feed.source.every ?? config.fetch.every
  const failed = makeFailedState(feed.state, failure, seenAt, every)
  const state = { ...failed, alerts: countAlerts(failed, config.alerts, seenAt) }
  await store.apply(feed.source.url, [], state, seenAt, { touchAll: false, sanitiser: sanitiserVersion })
  return { ...report, nextDue: findDue(state, every, seenAt), notices: makeNotices(feed.state, state, report, seenAt) }
}

/** True where every page or month with an entry of the feed says something else now. */
function isRenamed({ source, state }: StoredFeed, next: FeedState): boolean {
  const shown = ({ about }: FeedState) =>
    JSON.stringify([makeFeedName(source, about), about?.link, about?.id, about?.rights, about?.license, about?.authors])
  return shown(state) !== shown(next)
}

/** One version of a feed, with what the store knows of it, and why it may be somebody else's. */
type ReadVersion = Version & { known: KnownFeed; takeover: string | undefined }

async function makeVersion(feed: StoredFeed, parsed: ParsedFeed, store: Store): Promise<ReadVersion> {
  const version = { entries: identifyEntries(parsed.entries), deleted: parsed.deleted }
  const known = await store.known(feed.source.url, makeVersionKeys(version))
  return { ...version, known, takeover: findTakeover(feed.state.about, parsed, known) }
}

function mergeVersion({ source }: StoredFeed, version: ReadVersion, config: Config, seenAt: Date): EntryChange[] {
  const rules = { ...findPolicy(source, config), isPurged: isTakenDown(source.url, config.purged) }
  return mergeFeed(source.url, version, version.known, rules, seenAt)
}

/** Enough of a held-back version to find an entry of it; the first hundred will do. */
function holdVersion({ state }: StoredFeed, { entries, takeover }: ReadVersion, seenAt: Date): HeldVersion {
  return {
    since: state.held?.since ?? seenAt,
    message: takeover ?? '',
    entries: entries.slice(0, 100).map(({ id, entry }) => ({ id, link: entry.link })),
  }
}

function makeVersionKeys({ entries: version, deleted }: Version): VersionKeys {
  const given = (values: (string | undefined)[]) => values.filter((value) => value !== undefined)
  return {
    ids: [...version.map(({ id }) => id), ...deleted.map(({ id }) => id)],
    linkPaths: given(version.map(({ keys }) => keys.linkPath)),
    titleDays: given(version.map(({ keys }) => keys.titleDay)),
  }
}

function makeReport(answer: Answer, config: Config, now: Date): FeedReport {
  const { source, state } = answer.feed
  const nextDue = answer.kind === 'not-due' ? answer.until : findDue(state, source.every ?? config.fetch.every, now)
  const parsed = answer.kind === 'read' ? answer.parsed : undefined
  return {
    url: source.url,
    name: makeFeedName(source, parsed?.about ?? state.about),
    result: 'unchanged',
    status: undefined,
    nextDue: answer.kind === 'paused' ? undefined : nextDue,
    added: 0,
    changed: 0,
    heldBack: 0,
    problem: undefined,
    warnings: parsed?.warnings ?? [],
    titles: [],
    notices: [],
    milliseconds: answer.milliseconds,
  }
}

function countChanges(
  changes: EntryChange[],
): Pick<FeedReport, 'result' | 'added' | 'changed' | 'heldBack' | 'titles'> {
  const added = changes.filter((change) => change.kind === 'added')
  const heldBack = added.filter(({ record }) => record.hidden === 'first' || record.hidden === 'per_build')
  return {
    result: added.length > 0 ? 'new-entries' : changes.length > 0 ? 'changed' : 'unchanged',
    added: added.length,
    changed: changes.length - added.length,
    heldBack: heldBack.length,
    titles: added.slice(0, 3).map(({ entry }) => entry.title ?? 'untitled'),
  }
}
