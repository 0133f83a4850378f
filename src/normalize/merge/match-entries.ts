import type { EntryKeys, KnownEntry } from '../../model.ts'
import { findAtInstant, type InstantPair, isPrecise } from './find-at-instant.ts'
import { findRedated } from './find-redated.ts'
import { findRenamed } from './find-renamed.ts'
import { findRepublished } from './find-republished.ts'
import { findResettled, isOtherwiseCalled } from './find-resettled.ts'
import { findSingles } from './find-singles.ts'
import type { IdentifiedEntry } from './identify-entries.ts'
import { makeEntryKeys } from './make-entry-keys.ts'
import { makeSuccessorTest } from './make-successor-test.ts'

/** An entry of this version, and the stored entry that it was found to be; `undefined` where it is new. */
export type MatchedEntry = IdentifiedEntry & { known: KnownEntry | undefined }

/**
 * Find out which entries of a version we know: first by any id they ever had; then, because blogs rewrite their ids when they move, by the
 * link's path, by title and day or by a long text and the day, provided that the feed no longer carries the old id.
 *
 * A feed that is published anew under other addresses and dates has entries that are the same to the letter (`findRepublished`), or whose
 * addresses end as before (`findResettled`). A single entry whose date was corrected is the same to the letter (`findRedated`).
 *
 * An entry that is twice in one version, under two of its ids, is taken once. Where the second one differs, its id has been given to a new
 * entry, and it counts as new.
 *
 * What an entry that has left the feed has in common with one that came later says nothing (`makeSuccessorTest`).
 *
 * An entry that got another title, address and text at once still has its date, to the second (`findAtInstant`); its text decides.
 *
 * @param isDeleted ids that the feed declares deleted: an entry that comes in their place under another id is new
 * @param readAt when the feed was read last
 * @param edited result of `findEdited`: keys of known entries, by the new ids under which they came edited
 */
export function matchEntries(
  version: IdentifiedEntry[],
  known: KnownEntry[],
  isDeleted: (id: string) => boolean,
  readAt: Date | undefined,
  edited: ReadonlyMap<string, number> = new Map(),
): MatchedEntry[] {
  const matched = matchByKeys(version, known, isDeleted, readAt)
  const pairs = listInstantPairs(matched, known, isDeleted).filter(
    (pair) => isSaidAgain(pair) || edited.get(pair.found.id) === pair.known.key,
  )
  if (pairs.length === 0) return matched
  const found = new Map(pairs.map((pair) => [pair.found.id, pair.known]))
  return matched.map((one) => ({ ...one, known: one.known ?? found.get(one.id) }))
}

/** The pairs of `findAtInstant` of which only their texts can tell whether they are one post. */
export function listDoubtful(
  version: IdentifiedEntry[],
  known: KnownEntry[],
  isDeleted: (id: string) => boolean,
  readAt: Date | undefined,
): InstantPair[] {
  const matched = matchByKeys(version, known, isDeleted, readAt)
  return listInstantPairs(matched, known, isDeleted).filter((pair) => !isSaidAgain(pair))
}

function isSaidAgain(pair: InstantPair): boolean {
  return isPrecise(pair) && pair.found.entry.sourceHash === pair.known.sourceHash
}

function listInstantPairs(
  matched: readonly MatchedEntry[],
  known: readonly KnownEntry[],
  isDeleted: (id: string) => boolean,
): InstantPair[] {
  const strange = matched.filter((found) => found.known === undefined)
  if (strange.length === 0) return []
  const ids = new Set(known.flatMap((entry) => entry.ids))
  const fresh = strange.filter(({ id }) => !ids.has(id))
  if (fresh.length === 0) return []
  const oldest = findOldest(matched)
  const carried = new Set(matched.map(({ id }) => id))
  const taken = new Set(matched.map((found) => found.known))
  const lost = known.filter(
    (entry) =>
      !taken.has(entry) &&
      entry.position >= oldest &&
      entry.offSite !== 'deleted' &&
      !entry.ids.some((id) => carried.has(id) || isDeleted(id)),
  )
  const pairs = findAtInstant({ version: matched, fresh, known, lost })
  // All posts of a feed may have one date. Several pairs show that they have not; beside a single one, there has to be an older entry.
  return pairs.length > 1 ? pairs : pairs.filter((pair) => +pair.known.position >= +oldest + 1000)
}

function matchByKeys(
  version: IdentifiedEntry[],
  known: KnownEntry[],
  isDeleted: (id: string) => boolean,
  readAt: Date | undefined,
): MatchedEntry[] {
  const byId = new Map(known.flatMap((entry) => entry.ids.map((id) => [id, entry] as const)))
  const places = findPlaces(version, known, byId)
  const claimed = new Set<KnownEntry>(places.values())
  const matched = version.flatMap((found): MatchedEntry[] => {
    const place = places.get(found)
    if (place !== undefined) return [{ ...found, known: place }]
    const entry = byId.get(found.id)
    if (entry === undefined) return [{ ...found, known: undefined }]
    if (claimed.has(entry)) return isSamePost(found, entry) ? [] : [{ ...found, known: undefined }]
    claimed.add(entry)
    return [{ ...found, known: entry }]
  })

  const carried = new Set(version.filter((found) => !places.has(found)).map(({ id }) => id))
  const lost = known.filter(
    (entry) =>
      !claimed.has(entry) && entry.offSite !== 'deleted' && !entry.ids.some((id) => carried.has(id) || isDeleted(id)),
  )
  if (lost.length === 0) return matched
  const oldest = findOldest(version)
  const findMoved = makeMoveFinder(lost, oldest, makeSuccessorTest(matched, readAt))
  const moved = matched.map((found) =>
    found.known !== undefined || byId.has(found.id) ? found : { ...found, known: findMoved(found) },
  )
  const fresh = moved.filter(({ id, known }) => known === undefined && !byId.has(id))
  if (fresh.length === 0) return moved
  const taken = new Set(moved.map(({ known }) => known))
  const open = lost.filter((entry) => !taken.has(entry))
  const several = findSeveral({ fresh, open, moved, isAnew: isAnew(version, byId), readAt })
  const settled = new Set(several.values())
  // A text that is in a version several times is one that the feed repeats again and again.
  const single = findSingles(moved, ({ entry }) => entry.sourceHash)
  const redated = findRedated(
    fresh.filter((found) => !several.has(found.id) && single.get(found.entry.sourceHash) === found),
    open.filter((entry) => entry.position >= oldest && !settled.has(entry)),
    readAt,
  )
  const renamed = findRenamed(
    moved,
    new Set(fresh.map(({ id }) => id)),
    open.filter((entry) => !settled.has(entry)),
  )
  if (several.size + redated.size + renamed.size === 0) return moved
  return moved.map((found) => {
    const { id, known } = found
    return { ...found, known: known ?? several.get(id) ?? redated.get(id) ?? renamed.get(id) }
  })
}

/** Whether at least half of a version, and two entries, have unknown ids: only such a feed was published anew. */
export function isAnew(version: readonly IdentifiedEntry[], ids: { has(id: string): boolean }): boolean {
  const strange = version.filter(({ id }) => !ids.has(id)).length
  return strange >= 2 && strange * 2 >= version.length
}

type Sides = {
  fresh: readonly IdentifiedEntry[]
  open: readonly KnownEntry[]
  moved: readonly MatchedEntry[]
  isAnew: boolean
  readAt: Date | undefined
}

/** Entries found to be known only because several of them are: the known entry by the new id. */
function findSeveral({ fresh, open, moved, isAnew, readAt }: Sides): ReadonlyMap<string, KnownEntry> {
  if (fresh.length < 2 || open.length < 2) return new Map()
  // An entry that has had another id has moved itself: it does not count as one that stayed.
  const stayed = moved.flatMap(({ keys: { linkPath }, known: one }) =>
    linkPath !== undefined && linkPath === one?.linkPath && one.ids.length === 1 ? [linkPath] : [],
  )
  const resettled = findResettled(fresh, open, stayed)
  if (!isAnew) return resettled
  const settled = new Set(resettled.values())
  const again = findRepublished(
    fresh.filter(({ id }) => !resettled.has(id)),
    open.filter((entry) => !settled.has(entry)),
    readAt,
  )
  return new Map([...again, ...resettled])
}

/**
 * Entries whose ids are places in the feed ("1" is the newest): each has the id of one known entry, but the link, and the title and day, of
 * another known entry. Then link and title are right, and not the id.
 */
function findPlaces(
  version: IdentifiedEntry[],
  known: KnownEntry[],
  byId: ReadonlyMap<string, KnownEntry>,
): ReadonlyMap<IdentifiedEntry, KnownEntry> {
  const isAnother = ({ id, keys }: IdentifiedEntry) => {
    const entry = byId.get(id)
    return entry !== undefined && entry.linkPath !== keys.linkPath && entry.titleDay !== keys.titleDay
  }
  const doubtful = version.filter((found) => isAnother(found) && makeBothKey(found.keys) !== undefined)
  if (doubtful.length === 0) return new Map()
  const byBoth = groupBy(known, makeBothKey)
  return new Map(
    doubtful.flatMap((found) => {
      const entry = findOnly(byBoth, makeBothKey(found.keys))
      return entry === undefined ? [] : [[found, entry] as const]
    }),
  )
}

/**
 * A search for the one lost entry that an entry turns out to be; each is found once. A search takes the same time however many entries
 * share a key: a feed may give all its entries the same title.
 */
function makeMoveFinder(
  lost: KnownEntry[],
  oldest: Date,
  isSuccessor: (found: IdentifiedEntry, known: KnownEntry) => boolean,
): (found: IdentifiedEntry) => KnownEntry | undefined {
  const byLink = groupBy(lost, ({ linkPath }) => linkPath)
  const byTitle = groupBy(lost, ({ titleDay }) => titleDay)
  const byBoth = groupBy(lost, makeBothKey)
  // An entry older than all that the feed carries has left it in the course of time, and was not replaced by another.
  const byText = groupBy(
    lost.filter(({ position }) => position >= oldest),
    ({ textDay }) => textDay,
  )
  return (found) => {
    const { keys } = found
    const findIn = (groups: Groups, key: string | undefined) => {
      const only = findOnly(groups, key)
      return only === undefined || isSuccessor(found, only) ? undefined : only
    }
    const atLink = findIn(byLink, keys.linkPath)
    const entry =
      findIn(byBoth, makeBothKey(keys)) ??
      (atLink !== undefined && isSamePage({ link: found.entry.link, keys }, atLink) ? atLink : undefined) ??
      findIn(byTitle, keys.titleDay) ??
      findOnly(byText, keys.textDay)
    if (entry === undefined) return undefined
    byLink.get(entry.linkPath)?.delete(entry)
    byTitle.get(entry.titleDay)?.delete(entry)
    byBoth.get(makeBothKey(entry))?.delete(entry)
    byText.get(entry.textDay)?.delete(entry)
    return entry
  }
}

/**
 * Paths are kept without suffixes such as ".html". Where only one of two addresses has one, "/notes" and "/notes.html" may be different
 * pages: then the titles decide.
 */
function isSamePage({ link, keys }: { link: string | undefined; keys: EntryKeys }, known: KnownEntry): boolean {
  return findSuffix(link) === findSuffix(known.link) || !isOtherwiseCalled(keys, known)
}

function findSuffix(link = ''): string | undefined {
  return /[^/]\.(?:html?|php|aspx?)(?=$|[?#])/i.exec(link)?.[0].slice(1).toLowerCase()
}

/**
 * The earliest publication in a version, cut to the second: RSS has no fractions. Where an entry says only when it was updated, that counts.
 * Without any date, the latest possible one.
 */
export function findOldest(version: readonly IdentifiedEntry[]): Date {
  const times = version.flatMap(({ entry: { published, updated } }) => (published ?? updated)?.getTime() ?? [])
  return new Date(Math.floor(times.reduce((oldest, time) => Math.min(oldest, time), 8.64e15) / 1000) * 1000)
}

function makeBothKey({ linkPath, titleDay }: Partial<EntryKeys>): string | undefined {
  return linkPath === undefined || titleDay === undefined ? undefined : JSON.stringify([linkPath, titleDay])
}

type Groups = Map<string | undefined, Set<KnownEntry>>

function groupBy(list: KnownEntry[], keyOf: (entry: KnownEntry) => string | undefined): Groups {
  const groups: Groups = new Map()
  for (const entry of list) {
    const group = groups.get(keyOf(entry))
    if (group === undefined) groups.set(keyOf(entry), new Set([entry]))
    else group.add(entry)
  }
  return groups
}

/** The entry that alone has a key; `undefined` without a key. */
function findOnly(groups: Groups, key: string | undefined): KnownEntry | undefined {
  const group = key === undefined ? undefined : groups.get(key)
  if (group?.size !== 1) return undefined
  const [entry] = group
  return entry
}

/** Compares keys made anew: a version that has an entry twice repeats its keys, and so has dropped them. */
function isSamePost({ entry }: IdentifiedEntry, known: KnownEntry): boolean {
  const { linkPath, titleDay } = makeEntryKeys(entry)
  return titleDay === known.titleDay && linkPath === known.linkPath
}
