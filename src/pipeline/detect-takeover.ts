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
import { separateReused } from './separate-reused.ts'

/** One version of a feed, with what the store knows of it. */
export type JudgedVersion = Version & {
  known: KnownFeed
  /** What the feed says of itself; `undefined` where it is not to be believed. */
  about: FeedAbout | undefined
  /** What speaks for it that the feed is somebody else's, as clauses; `undefined` where nothing does. */
  suspicion: string | undefined
  /** It waits for the operator. */
  isHeld: boolean
}

/** What decides beside the feed: the operator's rule for it, and whether he lets it through this time. */
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
  const known = await findKnown(source.url, given, store)
  const own = await separateReused(entries, known.entries, store)
  const version = { entries: keepIds(own, known.entries), deleted }
  // What the half of a document lacks, its feed still says.
  const said = isCut && state.about !== undefined ? undefined : about
  const fine = { ...version, known, about: said, suspicion: undefined, isHeld: false }
  if (isAccepted || policy === 'ignore') return fine
  // Without entries a feed does not show whose it is: what is thought of it stays, its name as well.
  if (version.entries.length === 0 && !known.isNewFeed) {
    return { ...fine, about: undefined, suspicion: state.quarantined?.message, isHeld: state.quarantined !== undefined }
  }
  const suspicion = await findSuspicion(feed, about, { version, known }, store, now)
  if (suspicion === undefined) return fine
  return policy === 'tell' ? { ...fine, suspicion } : { ...fine, about: undefined, suspicion, isHeld: true }
}

/** So many of a feed's entries show what it is. */
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
  // What waits once is let in by the operator, or by its own entries: not by time.
  const fullAt = state.answer?.fullAt
  const answeredAt = state.quarantined === undefined ? (fullAt ?? state.answer?.at) : undefined
  const failingSince = fullAt ?? state.failure?.since
  const times = { positions, window, answeredAt, failingSince, now }
  return findTakeover({ before, after, domains, isKnown, isVouchedFor: vouched, unknown, ...times })
}

/** How many entries have a text of the stored one compared with them at most: one that is the same decides. */
const mostTexts = 50

/**
 * Entries of a version that we have not. One that has an id or a path of ours and a text that has nothing to do with it is none
 * of ours: a new blog counts its posts again.
 */
async function countUnknown(version: Version, known: KnownFeed, store: Store): Promise<number> {
  const ours = known.entries.filter(({ offSite }) => offSite !== 'quarantined')
  const matched = matchEntries(version.entries, ours, findDeleted(version), known.readAt)
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
 * Registrable domains of the feed's site. What only stands in for a site is none: the feed's own address, where it names no
 * other, and the machine of somebody who tried his blog out.
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

/** So many of a feed's newest entries are looked through for those that it keeps elsewhere by now. */
const mostPaths = 1000

/**
 * What is stored that bears on a version: more than has its ids and keys where something in it seems to be new. Then it may be what is
 * gone from among the entries of the last version; where half of a version is under ids that nobody knows, or anything has nothing but its
 * id, whatever the last one carried, published anew; and where several are new, what has stood elsewhere, as a blog has moved that shows
 * more of its past now.
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
  const kept = more.entries.filter(({ key, position }) => wantsAll || named.has(key) || position >= oldest)
  return { ...known, entries: [...known.entries, ...kept] }
}

const noKeys: VersionKeys = { ids: [], linkPaths: [], titleDays: [], textDays: [] }

/** Those that nothing stored has a path, or a title and day, in common with. */
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
