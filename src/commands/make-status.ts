import type { Config } from '../config/schema.ts'
import type { FeedProblem } from '../model.ts'
import { findInterval } from '../planet/find-interval.ts'
import { findTwin } from '../planet/find-twin.ts'
import { makeFeedName } from '../planet/make-subscriptions.ts'
import { findDue } from '../schedule/find-due.ts'
import { type FeedHealth, findProblem, makeFeedHealth } from '../schedule/make-feed-health.ts'
import type { FeedSummary, StoredFeed } from '../store/store.ts'

const day = 86_400_000

/** An entry that vanished may come back the next day. */
const missingFrom = 7 * day
/** An entry missing for longer than this is no news. */
const missingTo = 90 * day

/** The state of one feed, as `planet status --json` prints it. */
export type FeedStatus = {
  url: string
  name: string
  slug: string | null
  state: FeedHealth['kind']
  /** Since when; null where that means nothing. */
  since: Date | null
  /** The problem, with its code, or the reason, in words. */
  message: string | null
  problem: FeedProblem | null
  lastEntry: Date | null
  entries: number
  askedAt: Date | null
  answeredAt: Date | null
  status: number | null
  failures: number
  /** When the feed is asked next; null: at the next build, or never. */
  nextDue: Date | null
  /** The address it moved to for good. */
  movedTo: string | null
  /** Of a quarantined feed: how many entries wait, and the titles of the first few. */
  waiting: { count: number; titles: string[] } | null
  /** The feed brought more entries in a day than may be stored (FULL); the rest is fetched again later. */
  full: boolean
  /** What feeds.yaml notes of it. */
  note: string | null
  /** Entries that vanished from the feed, while their neighbours stayed, at least a week ago. */
  missing: FeedSummary['missing']
}

export function makeStatus(
  { source, slug, state }: StoredFeed,
  summary: FeedSummary | undefined,
  config: Config,
  now: Date,
): FeedStatus {
  const due = findDue(state, findInterval(source, config), now)
  const facts = { now, last: summary?.newest, inactiveAfterMs: config.defaults.inactiveAfterMs }
  return {
    url: source.url,
    name: makeFeedName(source, state.about),
    slug: slug ?? null,
    ...describe(makeFeedHealth(source, state, facts), state.moved && findTwin(source.url, state.moved.to, config)),
    lastEntry: summary?.newest ?? null,
    entries: summary?.entries ?? 0,
    askedAt: state.asked?.at ?? null,
    answeredAt: state.answer?.at ?? null,
    status: state.asked?.status ?? null,
    failures: state.failure?.count ?? 0,
    nextDue: source.paused === undefined ? (due ?? null) : null,
    movedTo: state.moved?.to ?? null,
    waiting: state.quarantined ? { count: state.quarantined.waiting, titles: state.quarantined.titles } : null,
    full: state.intake?.isFull ?? false,
    note: source.note ?? null,
    missing: (summary?.missing ?? []).filter(({ since }) => {
      const gone = +now - +since
      return gone >= missingFrom && gone <= missingTo
    }),
  }
}

function describe(
  health: FeedHealth,
  twin: string | undefined,
): Pick<FeedStatus, 'state' | 'since' | 'message' | 'problem'> {
  const since = 'since' in health ? health.since : null
  const message =
    'problem' in health ? health.problem.message : 'reason' in health ? health.reason : explainMove(health, twin)
  return { state: health.kind, since, message, problem: findProblem(health) ?? null }
}

/** Where the feed is now, and the command that writes that address into feeds.yaml. */
function explainMove(health: FeedHealth, twin: string | undefined): string | null {
  if (health.kind !== 'moved') return null
  if (twin !== undefined) return `to ${health.to}, which feeds.yaml has already; planet moved says what to do`
  return health.isAdopted
    ? `to ${health.to}; planet moved --apply writes it into feeds.yaml`
    : `to ${health.to}, at another domain; planet moved says how to follow it, if it is the same blog`
}
