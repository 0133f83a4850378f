import type { DatePolicy, EntryChange, KnownFeed, ParsedEntry } from '../../model.ts'
import { hashEntry } from './hash-entry.ts'
import { type FloodLimits, holdBack } from './hold-back.ts'
import type { IdentifiedEntry } from './identify-entries.ts'
import { makePublishedId } from './make-published-id.ts'
import { makeRanks } from './make-ranks.ts'
import { type MatchedEntry, matchEntries } from './match-entries.ts'

/**
 * What one version of a feed changes: new entries, and known ones whose text or id is new.
 *
 * Positions are given once and never moved; nothing is withdrawn because a version lacks it. docs/identity.md and
 * docs/dates.md say what the rules are and why.
 *
 * @param feed the feed's key in the store
 * @param version the entries of this version, from `identifyEntries`
 * @param known what the store knows that bears on them
 * @param policy which dates count, and how many entries may come at once
 * @param seenAt when this version was fetched
 */
export function mergeFeed(
  feed: string,
  version: IdentifiedEntry[],
  known: KnownFeed,
  policy: FloodLimits & { dates?: DatePolicy | undefined },
  seenAt: Date,
): EntryChange[] {
  const dates = policy.dates ?? 'trust'
  const matched = matchEntries(version, known.entries)
  const ranks = makeRanks(matched.map((found) => found.known?.rank))
  const fresh = matched.flatMap(({ known, ...found }, index) =>
    known ? [] : [{ ...found, position: makePosition(found.entry, dates, seenAt), rank: ranks[index] ?? 0 }],
  )
  const hidden = holdBack(fresh, policy, { ...known, seenAt })
  const taken = new Map(known.takenIds)

  const added = fresh.map(({ id, entry, keys, position, rank }, index): EntryChange => {
    const publishedId = makePublishedId(feed, id, keys.linkKey, taken.get(id) ?? [])
    taken.set(publishedId, [...(taken.get(publishedId) ?? []), { feed, linkKey: keys.linkKey }])
    const updatedShown = findUpdated(entry, dates, seenAt, seenAt)
    const record = {
      feed,
      ids: [id],
      publishedId,
      firstSeen: seenAt,
      position,
      rank,
      updatedShown,
      hidden: hidden[index],
    }
    return { kind: 'added', entry, keys, entryHash: hashEntry(entry, keys), record }
  })
  return [...matched.flatMap((found) => makeEdit(found, dates, seenAt)), ...added]
}

/**
 * Published, else updated, else first seen; never later than first seen. Where only the date of publication is trusted, one
 * in the future is kept: the entry waits for it.
 */
function makePosition(entry: ParsedEntry, dates: DatePolicy, seenAt: Date): Date {
  switch (dates) {
    case 'trust':
      return earlier(entry.published ?? entry.updated ?? seenAt, seenAt)
    case 'published':
      return entry.published ?? seenAt
    case 'first-seen':
      return seenAt
  }
}

/** When this text was last changed, by its source as far as that is trusted; never later than it was seen. */
function findUpdated(entry: ParsedEntry, dates: DatePolicy, otherwise: Date, seenAt: Date): Date {
  if (dates === 'first-seen') return seenAt
  const claimed = dates === 'trust' ? (entry.updated ?? entry.published) : entry.published
  return earlier(claimed ?? otherwise, seenAt)
}

/** What has changed in an entry that we know, if anything has. Its first date of publication stays. */
function makeEdit({ id, entry, keys, known }: MatchedEntry, dates: DatePolicy, seenAt: Date): EntryChange[] {
  if (known === undefined) return []
  const isWaiting = known.hidden === 'future'
  const kept = { ...entry, published: isWaiting ? entry.published : (known.published ?? entry.published) }
  const entryHash = hashEntry(kept, keys)
  const newIds = known.ids.includes(id) ? [] : [id]
  const position = isWaiting ? makePosition(entry, dates, seenAt) : known.position
  const isMoved = +position !== +known.position
  if (entryHash === known.entryHash && newIds.length === 0 && !isMoved) return []
  const edited = entry.sourceHash !== known.sourceHash || entry.link !== known.link
  const claimed = findUpdated(entry, dates, known.firstSeen, seenAt)
  const updatedShown = edited && claimed > known.updatedShown ? claimed : known.updatedShown
  const change = { kind: 'changed', key: known.key, entry: kept, keys, entryHash, newIds, updatedShown } as const
  return [isMoved ? { ...change, position } : change]
}

function earlier(a: Date, b: Date): Date {
  return a < b ? a : b
}
