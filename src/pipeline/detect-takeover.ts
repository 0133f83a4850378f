import type { FeedAbout, KnownFeed, ParsedFeed, QuarantinedVersion } from '../model.ts'
import { findTakeover } from '../normalize/merge/find-takeover.ts'
import { identifyEntries, type Version } from '../normalize/merge/identify-entries.ts'
import type { Store, StoredFeed, VersionKeys } from '../store/store.ts'

/** One version of a feed, with what the store knows of it. */
export type JudgedVersion = Version & {
  known: KnownFeed
  /** What the feed says of itself; `undefined` where it is not to be believed. */
  about: FeedAbout | undefined
  /** Why nothing of it is taken over: it seems to be somebody else's. */
  quarantined: QuarantinedVersion | undefined
}

/**
 * Judge whether a version of a feed is still the same blog's (K-05).
 *
 * @param isAccepted the operator says that it is
 */
export async function detectTakeover(
  { source, state }: StoredFeed,
  parsed: ParsedFeed,
  store: Store,
  seenAt: Date,
  isAccepted: boolean,
): Promise<JudgedVersion> {
  const version = { entries: identifyEntries(parsed.entries), deleted: parsed.deleted }
  const known = await store.known(source.url, makeVersionKeys(version))
  if (isAccepted) return { ...version, known, about: parsed.about, quarantined: undefined }
  // Without entries a feed does not show whose it is: what is thought of it stays, its name as well.
  if (version.entries.length === 0 && !known.newFeed) {
    return { ...version, known, about: undefined, quarantined: state.quarantined }
  }
  const message = findTakeover(state.about, parsed, known)
  if (message === undefined) return { ...version, known, about: parsed.about, quarantined: undefined }
  // Enough to find an entry of it; the first hundred will do.
  const entries = version.entries.slice(0, 100).map(({ id, entry }) => ({ id, link: entry.link }))
  const quarantined = { since: state.quarantined?.since ?? seenAt, message, entries }
  return { ...version, known, about: undefined, quarantined }
}

function makeVersionKeys({ entries, deleted }: Version): VersionKeys {
  const given = (values: (string | undefined)[]) => values.filter((value) => value !== undefined)
  return {
    ids: [...entries.map(({ id }) => id), ...deleted.map(({ id }) => id)],
    linkPaths: given(entries.map(({ keys }) => keys.linkPath)),
    titleDays: given(entries.map(({ keys }) => keys.titleDay)),
  }
}
