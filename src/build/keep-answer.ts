import type { Config } from '../config/schema.ts'
import { findDue } from '../fetch/find-due.ts'
import { makeAnsweredState, makeFailedState } from '../fetch/make-feed-state.ts'
import type { EntryChange, FeedReport, FeedState, Hop, Move, ParsedFeed } from '../model.ts'
import { type IdentifiedEntry, identifyEntries } from '../normalize/merge/identify-entries.ts'
import { mergeFeed } from '../normalize/merge/merge-feed.ts'
import { sanitiserVersion } from '../normalize/read/sanitising-policy.ts'
import type { Store, StoredFeed, VersionKeys } from '../store/store.ts'
import type { Answer } from './ask-feed.ts'
import { findPolicy } from './find-policy.ts'
import { countAlerts, makeNotices } from './make-notices.ts'
import { makeFeedName } from './make-subscriptions.ts'
import { openPurged } from './open-purged.ts'

/**
 * Store what one feed answered, its entries and its new state in one go. A failure is only reported here: whether it
 * counts is known when every feed was asked. See `keepFailure`.
 */
export async function keepAnswer(answer: Answer, config: Config, store: Store, seenAt: Date): Promise<FeedReport> {
  const { feed, kind } = answer
  const report = makeReport(answer, config, seenAt)
  if (kind === 'not-due' || kind === 'paused') return { ...report, result: kind, problem: feed.state.problem }
  if (kind === 'failed') return { ...report, result: 'failed', status: answer.status, problem: answer.problem }

  const { result, asked, bodyHash } = answer
  const about = kind === 'read' ? answer.parsed.about : undefined
  const isSameBody = kind === 'same' && result.kind === 'fetched'
  const moved = await findMove(feed, asked, result.hops, seenAt)
  const answered = { ...result, moved, bodyHash, isSameBody, about }
  const state = makeAnsweredState(feed.state, answered, seenAt)
  const changes = kind === 'read' ? await mergeVersion(feed, answer.parsed, config, store, seenAt) : []
  await store.apply(feed.source.url, changes, state, seenAt, {
    touchAll: isRenamed(feed, state),
    sanitiser: sanitiserVersion,
    deleted: kind === 'read' ? answer.parsed.deleted : [],
  })
  const counted = { ...report, status: result.status, ...countChanges(changes) }
  const nextDue = findDue(state, feed.source.every ?? config.fetch.every, seenAt)
  return { ...counted, nextDue, notices: makeNotices(feed.state, state, counted, seenAt) }
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
  return state.about !== undefined && shown(state) !== shown(next)
}

async function mergeVersion(
  feed: StoredFeed,
  parsed: ParsedFeed,
  config: Config,
  store: Store,
  seenAt: Date,
): Promise<EntryChange[]> {
  const { url } = feed.source
  const purged = openPurged(config.purged)
  const version = identifyEntries(parsed.entries.filter((entry) => !purged.hasEntry(entry)))
  const known = await store.known(url, makeVersionKeys(version))
  const withdrawn = new Set([...known.removed, ...parsed.deleted])
  const kept = version.filter(({ id }) => !withdrawn.has(id))
  return mergeFeed(url, kept, known, findPolicy(feed.source, config), seenAt)
}

/** What the store is asked for about one version of a feed. */
export function makeVersionKeys(version: IdentifiedEntry[]): VersionKeys {
  const given = (values: (string | undefined)[]) => values.filter((value) => value !== undefined)
  return {
    ids: version.map(({ id }) => id),
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
