import type { Config } from '../config/schema.ts'
import { makeFeedName } from '../planet/make-subscriptions.ts'
import { findDue } from '../schedule/find-due.ts'
import type { FeedSummary, StoredFeed } from '../store/store.ts'

const day = 86_400_000

/** An entry that vanished may come back the next day; and one that has been gone for a season is no news. */
const [missingFrom, missingTo] = [7 * day, 90 * day]

/** How one feed is: what `planet status --json` prints of it. */
export type FeedStatus = {
  url: string
  name: string
  slug: string | null
  state: 'new' | 'fine' | 'quiet' | 'waiting' | 'failing' | 'quarantined' | 'gone' | 'paused'
  /** Since when; null where that means nothing. */
  since: Date | null
  /** The problem or the reason, in words. */
  message: string | null
  lastEntry: Date | null
  entries: number
  askedAt: Date | null
  answeredAt: Date | null
  status: number | null
  failures: number
  /** When it is asked next; null: at the next build, or never. */
  nextDue: Date | null
  /** The address it moved to for good. */
  movedTo: string | null
  /** Entries that vanished from among their neighbours at least a week ago. */
  missing: FeedSummary['missing']
}

export function makeStatus(
  { source, slug, state }: StoredFeed,
  summary: FeedSummary | undefined,
  config: Config,
  now: Date,
): FeedStatus {
  const due = findDue(state, source.every ?? config.fetch.every, now)
  return {
    url: source.url,
    name: makeFeedName(source, state.about),
    slug: slug ?? null,
    ...judge({ source, state }, summary?.newest, source.inactive_after ?? config.defaults.inactive_after, now),
    lastEntry: summary?.newest ?? null,
    entries: summary?.entries ?? 0,
    askedAt: state.askedAt ?? null,
    answeredAt: state.answeredAt ?? null,
    status: state.status ?? null,
    failures: state.failures,
    nextDue: source.paused === undefined ? (due ?? null) : null,
    movedTo: state.moved?.to ?? null,
    missing: (summary?.missing ?? []).filter(({ since }) => {
      const gone = +now - +since
      return gone >= missingFrom && gone <= missingTo
    }),
  }
}

function judge(
  { source, state }: Pick<StoredFeed, 'source' | 'state'>,
  newest: Date | undefined,
  quietAfter: number,
  now: Date,
): Pick<FeedStatus, 'state' | 'since' | 'message'> {
  const { goneSince, held, failingSince, problem, nextDue, serverHolds } = state
  if (source.paused !== undefined) return { state: 'paused', since: null, message: source.paused }
  if (goneSince !== undefined) return { state: 'gone', since: goneSince, message: problem?.message ?? null }
  if (held !== undefined) {
    return { state: 'quarantined', since: held.since, message: `it carries nothing that we know, and ${held.message}` }
  }
  const isWaiting = serverHolds && nextDue !== undefined && nextDue > now
  if (failingSince !== undefined) {
    return { state: isWaiting ? 'waiting' : 'failing', since: failingSince, message: problem?.message ?? null }
  }
  if (state.about === undefined) return { state: 'new', since: null, message: null }
  if (newest !== undefined && +now - +newest > quietAfter) return { state: 'quiet', since: newest, message: null }
  return { state: 'fine', since: null, message: null }
}
