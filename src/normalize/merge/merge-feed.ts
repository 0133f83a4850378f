import type { EntryChange, KnownFeed, ParsedEntry } from '../../model.ts'
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
 * @param seenAt when this version was fetched
 */
export function mergeFeed(
  feed: string,
  version: IdentifiedEntry[],
  known: KnownFeed,
  limits: FloodLimits,
  seenAt: Date,
): EntryChange[] {
  const matched = matchEntries(version, known.entries)
  const ranks = makeRanks(matched.map((found) => found.known?.rank))
  const fresh = matched.flatMap(({ known, ...found }, index) =>
    known ? [] : [{ ...found, position: makePosition(found.entry, seenAt), rank: ranks[index] ?? 0 }],
  )
  const hidden = holdBack(fresh, limits, { ...known, seenAt })
  const taken = new Map(known.takenIds)

  const added = fresh.map(({ id, entry, keys, position, rank }, index): EntryChange => {
    const publishedId = makePublishedId(feed, id, keys.linkKey, taken.get(id) ?? [])
    taken.set(publishedId, [...(taken.get(publishedId) ?? []), { feed, linkKey: keys.linkKey }])
    const updatedShown = earlier(entry.updated ?? entry.published ?? seenAt, seenAt)
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
  return [...matched.flatMap((found) => makeEdit(found, seenAt)), ...added]
}

/** Published, else updated, else first seen; never later than first seen. */
function makePosition(entry: ParsedEntry, seenAt: Date): Date {
  return earlier(entry.published ?? entry.updated ?? seenAt, seenAt)
}

/** What has changed in an entry that we know, if anything has. Its first date of publication stays. */
function makeEdit({ id, entry, keys, known }: MatchedEntry, seenAt: Date): EntryChange[] {
  if (known === undefined) return []
  const kept = { ...entry, published: known.published ?? entry.published }
  const entryHash = hashEntry(kept, keys)
  const newIds = known.ids.includes(id) ? [] : [id]
  if (entryHash === known.entryHash && newIds.length === 0) return []
  const edited = entry.sourceHash !== known.sourceHash || entry.link !== known.link
  const claimed = earlier(entry.updated ?? entry.published ?? known.firstSeen, seenAt)
  const updatedShown = edited && claimed > known.updatedShown ? claimed : known.updatedShown
  return [{ kind: 'changed', key: known.key, entry: kept, keys, entryHash, newIds, updatedShown }]
}

function earlier(a: Date, b: Date): Date {
  return a < b ? a : b
}
