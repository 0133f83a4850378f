import { decodeWhole, makeEncoded } from '../../entry-codec.ts'
import type { DatePolicy, EncodedEntry, EntryChange, EntryHead, EntryRecord, KnownFeed } from '../../model.ts'
import { findDeleted } from './find-deleted.ts'
import { hadHash, isOldHash } from './hash-entry.ts'
import type { IdentifiedEntry, Version } from './identify-entries.ts'
import { type FloodLimits, limitFlood } from './limit-flood.ts'
import { makePosition } from './make-position.ts'
import { makePublishedId } from './make-published-id.ts'
import { makeRanks } from './make-ranks.ts'
import { type MatchedEntry, matchEntries } from './match-entries.ts'

/** The operator's rules for one feed. */
export type MergeRules = FloodLimits & {
  dates: DatePolicy
  /** True of an entry that was taken down before it came. */
  isPurged(entry: IdentifiedEntry): boolean
  /** The version seems to be somebody else's: its new entries are stored but shown nowhere, and nothing else is changed. */
  isQuarantined?: boolean
  /** True of an entry that the operator's rules hide. */
  isHidden?(entry: EncodedEntry): boolean
}

/**
 * What one version of a feed changes: new entries, known ones whose text or id is new, and those it says are deleted.
 *
 * Positions are given once and never moved; nothing is withdrawn because a version lacks it. Entries that were taken down stay gone, and
 * are known again by the same rules as all others. docs/identity.md and docs/dates.md say what the rules are and why.
 *
 * @param feed the feed's key in the store
 * @param known all in the store that bears on this version
 * @param seenAt when this version was fetched
 */
export function mergeFeed(
  feed: string,
  version: Version,
  known: KnownFeed,
  rules: MergeRules,
  seenAt: Date,
): EntryChange[] {
  const isDeleted = findDeleted(version)
  const matched = matchEntries(version.entries, known.entries, isDeleted, known.readAt, known.edited)
  // Entries of a version without known entries rank before all earlier ones: the later the version, the smaller its ranks.
  const start = known.isNewFeed ? 0 : -Math.floor(+seenAt / 1000)
  const ranks = makeRanks(
    matched.map((found) => found.known?.rank),
    start,
  )
  const fresh = matched.flatMap(({ known, ...found }, index) => {
    if (known !== undefined || rules.isPurged(found) || isDeleted(found.id)) return []
    const position = makePosition(found.entry, rules.dates, seenAt)
    const isHidden = position <= seenAt && (rules.isHidden?.(found.entry) ?? false)
    return [{ ...found, position, rank: ranks[index] ?? 0, isDated: hasOwnPlace(found.entry, rules.dates), isHidden }]
  })
  const due = fresh.filter(({ position }) => position <= seenAt)
  const limit = (entries: typeof due) => {
    const reasons = limitFlood(entries, rules, { ...known, seenAt })
    return new Map(entries.map((found, index) => [found, reasons[index]]))
  }
  // A hidden entry takes no shown entry's place; should the rules go, it has the place that it would have had without them.
  const shown = limit(due.filter(({ isHidden }) => !isHidden))
  const all = limit(due)

  const added = fresh.map((found): EntryChange => {
    const { id, entry, keys, entryHash, position, rank, isHidden } = found
    const record: EntryRecord = {
      feed,
      ids: [id],
      publishedId: makePublishedId(feed, id),
      firstSeen: seenAt,
      position,
      rank,
      updatedShown: earlier(rules.dates === 'trust' ? (entry.updated ?? position) : position, seenAt),
      offFront: (isHidden ? all : shown).get(found),
      offSite: rules.isQuarantined ? 'quarantined' : position > seenAt ? 'not_due' : isHidden ? 'filtered' : undefined,
    }
    return { kind: 'added', entry, keys, entryHash, record }
  })
  if (rules.isQuarantined) {
    const waiting = matched.filter((found) => found.known?.offSite === 'quarantined')
    return [...waiting.flatMap((found) => makeEdit(found, rules, seenAt)), ...added]
  }
  const deleted = known.entries.filter(({ ids, offSite }) => offSite !== 'deleted' && ids.some(isDeleted))
  return [
    ...matched.flatMap((found) => makeEdit(found, rules, seenAt)),
    ...deleted.map(({ key }): EntryChange => ({ kind: 'deleted', key })),
    ...added,
  ]
}

/** The change of an entry that we know, if anything has changed. Its first date of publication stays. */
function makeEdit(
  { id, entry, keys, entryHash, known, isCut }: MatchedEntry,
  { dates, isQuarantined }: MergeRules,
  seenAt: Date,
): EntryChange[] {
  if (known === undefined || isCut) return []
  const newIds = known.ids.includes(id) ? [] : [id]
  if (known.offSite === 'purged' || known.offSite === 'deleted') {
    return newIds.length === 0 ? [] : [{ kind: 'renamed', key: known.key, newIds }]
  }
  // An author may change the day of a post that is not out yet.
  const waits = known.offSite === 'not_due'
  const position = waits ? makePosition(entry, dates, seenAt) : known.position
  const mayWait = waits || known.offSite === 'quarantined'
  const waiting = mayWait && position > seenAt ? 'not_due' : undefined
  // Whether the entry is still hidden is decided when all is stored.
  const hidden = known.offSite === 'filtered' || known.offSite === 'plugin' ? known.offSite : undefined
  const offSite = isQuarantined ? 'quarantined' : (hidden ?? waiting)
  const isSame = isAsStored(known.entryHash) && +position === +known.position && offSite === known.offSite
  if (isSame && newIds.length === 0) return []
  const edited = entry.sourceHash !== known.sourceHash || isElsewhere()
  // A feed may lose its dates for a while: the one that it gave still holds.
  const told = entry.updated ?? entry.published ?? known.published ?? known.firstSeen
  const claimed = dates === 'trust' ? earlier(told, seenAt) : seenAt
  const updatedShown = edited && claimed > known.updatedShown ? claimed : known.updatedShown
  const kept = waits ? entry : keepPublished(entry, known.published)
  return [{ kind: 'changed', key: known.key, entry: kept, keys, entryHash, newIds, updatedShown, position, offSite }]

  /** A page whose blog has another scheme or host now is the same page. */
  function isElsewhere(): boolean {
    const isSamePage = keys.linkPath !== undefined && keys.linkPath === known?.linkPath
    return entry.link !== known?.link && !isSamePage
  }

  function isAsStored(stored: string): boolean {
    return entryHash === stored || (isOldHash(stored) && hadHash(stored, decodeWhole(entry), keys))
  }
}

function keepPublished(entry: EncodedEntry, published: Date | undefined): EncodedEntry {
  if (published === undefined || +published === +(entry.published ?? Number.NaN)) return entry
  return makeEncoded({ ...decodeWhole(entry), published })
}

/** An entry without a date, or one whose date does not count, stands where it was first seen. */
function hasOwnPlace({ published, updated }: EntryHead, dates: DatePolicy): boolean {
  return dates !== 'first-seen' && (published !== undefined || (dates === 'trust' && updated !== undefined))
}

function earlier(a: Date, b: Date): Date {
  return a < b ? a : b
}
