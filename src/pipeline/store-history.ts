import type { Config } from '../config/schema.ts'
import { sanitiserVersion } from '../html/sanitiser-version.ts'
import type { EntryChange, ParsedEntry, ParsedFeed, Validators } from '../model.ts'
import { identifyEntries } from '../normalize/merge/identify-entries.ts'
import { mergeFeed } from '../normalize/merge/merge-feed.ts'
import { readerVersion } from '../normalize/read/reader-version.ts'
import { findPolicy } from '../planet/find-policy.ts'
import { isPurgedEntry } from '../planet/make-purges.ts'
import { makeAnsweredState } from '../schedule/make-feed-state.ts'
import type { Store, StoredFeed } from '../store/store.ts'

/** Entries of one feed that another program has stored, and the validators it had for the next request. */
export type History = {
  about: ParsedFeed['about'] | undefined
  entries: ParsedEntry[]
  validators: Validators | undefined
  /** When the feed was asked last. */
  askedAt: Date
}

/**
 * Store what another planet has kept of a feed: its entries at the dates they had there, as entries that readers have seen; and the
 * validators of its last version, so that the next request is conditional. What is stored already stays as it is.
 *
 * @returns how many entries were added
 */
export async function storeHistory(
  feed: StoredFeed,
  history: History,
  config: Config,
  store: Store,
  now: Date,
): Promise<number> {
  const { source, state } = feed
  const { about, validators, askedAt } = history
  const entries = identifyEntries(history.entries)
  const version = { entries, deleted: [] }
  const known = await store.known(source.url, {
    ids: entries.map(({ id }) => id),
    linkPaths: entries.flatMap(({ keys }) => keys.linkPath ?? []),
    titleDays: entries.flatMap(({ keys }) => keys.titleDay ?? []),
    textDays: entries.flatMap(({ keys }) => keys.textDay ?? []),
  })
  const rules = { ...findPolicy(source, config), isPurged: isPurgedEntry(source.url, config.purged) }
  const changes = mergeFeed(source.url, version, known, rules, now).flatMap((change) =>
    change.kind === 'added' ? [seenThen(change, now)] : [],
  )
  const answer = {
    status: 200,
    freshForMs: undefined,
    moved: undefined,
    bodyHash: undefined,
    isSameBody: false,
    about,
    reader: readerVersion,
  }
  const asked =
    state.answer !== undefined
      ? state
      : makeAnsweredState(state, { ...answer, validators: validators ?? { url: source.url } }, askedAt)
  if (changes.length > 0 || asked !== state) {
    await store.apply(source.url, changes, asked, now, { touchAll: false, sanitiser: sanitiserVersion })
  }
  return changes.length
}

/** Venus placed an entry at its last update, and readers of that planet have seen it. */
function seenThen(change: Extract<EntryChange, { kind: 'added' }>, now: Date): EntryChange {
  const { entry, record } = change
  const dated = entry.updated ?? entry.published ?? now
  const position = dated > now ? now : dated
  return {
    ...change,
    record: {
      ...record,
      firstSeen: position,
      position,
      updatedShown: position,
      offFront: undefined,
      offSite: undefined,
    },
  }
}
