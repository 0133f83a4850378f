import { decodeWhole } from '../entry-codec.ts'
import type { FeedAbout, KnownFeed, TakeoverPolicy } from '../model.ts'
import { areUnrelated } from '../normalize/merge/are-unrelated.ts'
import { findDeleted } from '../normalize/merge/find-deleted.ts'
import { fewestResettled, listNamesakes } from '../normalize/merge/find-resettled.ts'
import { findTakeover } from '../normalize/merge/find-takeover.ts'
import type { IdentifiedEntry, Version } from '../normalize/merge/identify-entries.ts'
import { isVouchedFor } from '../normalize/merge/is-vouched-for.ts'
import { isBare, keepIds } from '../normalize/merge/keep-ids.ts'
import { findOldest, isAnew, matchEntries } from '../normalize/merge/match-entries.ts'
import type { Store, StoredFeed, VersionKeys } from '../store/store.ts'
import { parseUrl } from '../text/parse-url.ts'
import { findEdited } from './find-edited.ts'
import { separateReused } from './separate-reused.ts'
import { separateTitled } from './separate-titled.ts'

/** One version of a feed, with what the store knows of it. */
export type JudgedVersion = Version & {
  known: KnownFeed
  /** What the feed says of itself; `undefined` where that is not to be stored. */
  about: FeedAbout | undefined
  /** The signs that the feed is somebody else's now, as clauses; `undefined` where there are none. */
  suspicion: string | undefined
  /** The version waits for the operator. */
  isHeld: boolean
}

/** What decides beside the feed itself: the operator's rule for it, and whether the operator lets it through this time. */
export type Judging = { policy: TakeoverPolicy; isAccepted: boolean; now: Date }

/** Judge whether a version of a feed is still the same blog's (K-05). */
export async function detectTakeover(
  feed: StoredFeed,
  { about, entries, deleted, isCut }: Version & { about: FeedAbout; isCut: boolean },
  store: Store,
  { policy, isAccepted, now }: Judging,
): Promise<JudgedVersion> {
  const { source, state } = feed
  const given = { entries, deleted }
  const before = await findKnown(source.url, given, store)
  const reused = await separateReused(entries, before.entries, store)
  const readLast = async () => (await store.known(source.url, lastOnly)).entries
  const own = await separateTitled(reused, before.entries, readLast)
  // Other ids may be those of other stored entries.
  const stored = own === reused ? before : await findKnown(source.url, { entries: own, deleted }, store)
  const version = { entries: keepIds(own, stored.entries), deleted }
  const known = { ...stored, edited: await findEdited(version, stored, store) }
  // A document that was cut off may lack what the feed says of itself: then what is stored stays.
  const said = isCut && state.about !== undefined ? undefined : about
  const fine = { ...version, known, about: said, suspicion: undefined, isHeld: false }
  if (isAccepted || policy === 'ignore') return fine
  // A version without entries does not show whose the feed is: the earlier verdict stays, and so does the feed's name.
  if (version.entries.length === 0 && !known.isNewFeed) {
    return { ...fine, about: undefined, suspicion: state.quarantined?.message, isHeld: state.quarantined !== undefined }
  }
  const suspicion = await findSuspicion(feed, about, { version, known }, store, now)
  if (suspicion === undefined) return fine
  return policy === 'tell' ? { ...fine, suspicion } : { ...fine, about: undefined, suspicion, isHeld: true }
}

/** How many of a feed's newest entries are compared. */
const newest = 30

async function findSuspicion(
  { source, state }: StoredFeed,
  after: FeedAbout,
  { version, known }: { version: Version; known: KnownFeed },
  store: Store,
  now: Date,
): Promise<string | undefined> {
  if (known.isNewFeed) return undefined
  const before = state.about
  const unknown = await countUnknown(version, known, store)
  const isKnown = unknown < version.entries.length
  const positions = isKnown ? [] : await store.newestPositions(source.url, newest)
  const heads = version.entries.map(({ entry }) => entry)
  const vouched = !isKnown && isVouchedFor(heads, await store.newestAuthors(source.url, newest), before, after)
  const window = isKnown ? undefined : await store.lastWindow(source.url)
  const domains = await findDomains(source.url, before?.link, after.link)
  // A quarantined feed is let in by the operator, or by entries that are known; never because time has passed.
  const fullAt = state.answer?.fullAt
  const answeredAt = state.quarantined === undefined ? (fullAt ?? state.answer?.at) : undefined
  const failingSince = fullAt ?? state.failure?.since
  const times = { positions, window, answeredAt, failingSince, now }
  return findTakeover({ before, after, domains, isKnown, isVouchedFor: vouched, unknown, ...times })
}

/** At most so many entries are compared with their stored text: a single one that is the same decides. */
const mostTexts = 50

/**
 * Count the entries of a version that are not stored. An entry with a stored id or path, but a text unrelated to the stored one, counts as
 * new: a new blog numbers its posts from the start again.
 */
async function countUnknown(version: Version, known: KnownFeed, store: Store): Promise<number> {
  const ours = known.entries.filter(({ offSite }) => offSite !== 'quarantined')
  const matched = matchEntries(version.entries, ours, findDeleted(version), known.readAt, known.edited)
  const found = matched.flatMap(({ entry, known }) => (known === undefined ? [] : [{ entry, known }]))
  const missing = version.entries.length - found.length
  if (found.length === 0 || found.some(({ entry, known }) => entry.sourceHash === known.sourceHash)) return missing
  const compared = found.slice(0, mostTexts)
  const texts = await store.texts(compared.map(({ known }) => known.key))
  const strangers = compared.filter(({ entry, known }) => {
    const { title = '', contentHtml = '', summaryHtml = '' } = decodeWhole(entry)
    return areUnrelated(texts.get(known.key) ?? '', `${title} ${contentHtml} ${summaryHtml}`)
  })
  return strangers.length === compared.length ? version.entries.length : missing + strangers.length
}

/**
 * Registrable domains of the feed's site, before and after. A mere stand-in for a site has none: the feed's own address, where the feed
 * names no other, and a host without a dot, on which somebody tried the blog out.
 */
async function findDomains(url: string, before: string | undefined, after: string | undefined) {
  const isSite = (link: string | undefined) => {
    if (link === undefined || link === url) return false
    return parseUrl(link)?.hostname.includes('.') ?? false
  }
  if (!isSite(before) || !isSite(after)) return { before: undefined, after: undefined }
  // The list of domains is large, and most sites stay where they are.
  if (hostOf(before) === hostOf(after)) return { before: hostOf(before), after: hostOf(after) }
  const { findDomain } = await import('../text/find-domain.ts')
  return { before: findDomain(before ?? ''), after: findDomain(after ?? '') }
}

function hostOf(link = ''): string {
  return new URL(link).hostname
}

/** How many of a feed's newest stored entries are searched for those that have moved to other addresses. */
const mostPaths = 1000

/**
 * The stored entries that bear on a version: those that share an id or a key with it and, where it has entries that seem new, more. A new
 * entry may be a stored one that has vanished from among those of the last version. Where half of a version has unknown ids, or a new entry
 * has nothing but its id, the last version may have been published anew: all of it is loaded. Where several entries are new, a blog may
 * have moved and shows more of its past: entries of the same name at other addresses are loaded.
 */
async function findKnown(url: string, version: Version, store: Store): Promise<KnownFeed> {
  const known = await store.known(url, makeVersionKeys(version))
  if (known.isNewFeed) return known
  const ids = new Set(known.entries.flatMap(({ ids }) => ids))
  const strange = version.entries.filter(({ id }) => !ids.has(id))
  if (strange.length === 0) return known
  const wantsAll = isAnew(version.entries, ids) || strange.some(isBare)
  const unknown = leaveOutFound(strange, known)
  if (!wantsAll && unknown.length === 0) return known
  const also = await findNamesakes(url, unknown, store)
  const except = known.entries.map(({ key }) => key)
  const more = await store.known(url, { ...noKeys, withLast: true, also, except })
  const oldest = findOldest(version.entries)
  const named = new Set(also)
  // Without dates, nothing tells what has left the feed in the course of time.
  const isUndated = version.entries.every(({ entry }) => entry.published === undefined && entry.updated === undefined)
  const keepsAll = wantsAll || isUndated
  const kept = more.entries.filter(({ key, position }) => keepsAll || named.has(key) || position >= oldest)
  return { ...known, entries: [...known.entries, ...kept] }
}

const noKeys: VersionKeys = { ids: [], linkPaths: [], titleDays: [], textDays: [] }

/** What the last version carried. */
const lastOnly: VersionKeys = { ...noKeys, withLast: true }

/** The unknown entries that share neither path nor title and day with a stored entry. */
function leaveOutFound(strange: IdentifiedEntry[], known: KnownFeed): IdentifiedEntry[] {
  const paths = known.entries.map(({ linkPath }) => linkPath)
  const days = known.entries.map(({ titleDay }) => titleDay)
  const found = new Set([...paths, ...days].filter((key) => key !== undefined))
  return strange.filter(({ keys }) => !found.has(keys.linkPath ?? '') && !found.has(keys.titleDay ?? ''))
}

async function findNamesakes(url: string, unknown: IdentifiedEntry[], store: Store) {
  if (unknown.length < fewestResettled) return []
  const namesakes = listNamesakes(unknown, await store.newestPaths(url, mostPaths))
  return namesakes.length < fewestResettled ? [] : namesakes
}

function makeVersionKeys({ entries, deleted }: Version): VersionKeys {
  const given = (values: (string | undefined)[]) => values.filter((value) => value !== undefined)
  return {
    ids: [...entries.map(({ id }) => id), ...deleted.map(({ id }) => id)],
    linkPaths: given(entries.map(({ keys }) => keys.linkPath)),
    titleDays: given(entries.map(({ keys }) => keys.titleDay)),
    textDays: given(entries.map(({ keys }) => keys.textDay)),
  }
}
