import type { FeedAbout, LastWindow } from '../../model.ts'

/** The evidence by which to judge whether a version is still the same blog's. */
export type Evidence = {
  /** What the feed last said of itself; `undefined` where it never said anything that was believed. */
  before: FeedAbout | undefined
  after: FeedAbout
  /** Registrable domains of the site then and now; `undefined` where it did not say. */
  domains: { before: string | undefined; after: string | undefined }
  /** The version has an entry that we know. */
  isKnown: boolean
  /** The number of entries of the version that we do not know. */
  unknown: number
  /** Positions in time of the newest entries that we have, at most thirty. */
  positions: Date[]
  /** The entries of the last version that was believed. */
  window: LastWindow | undefined
  /** Its entries, or the feed itself, have something that a stranger cannot have: see `isVouchedFor`. */
  isVouchedFor: boolean
  /** When the feed last gave a readable answer that had entries, or was the same as the one before. */
  answeredAt: Date | undefined
  /** Since when the feed has given no such answer although it was asked. */
  failingSince: Date | undefined
  now: Date
}

/** A feed with fewer known entries than this has not shown what it is. */
const fewest = 3

/**
 * Whether a version of a feed seems to be somebody else's, as when its domain expired and was bought: none of its entries is known, though
 * so much news was not to be expected of this feed; or its title has changed together with its language or the domain of its site, even
 * where numbered ids and paths are known.
 *
 * @returns the differences, as clauses; `undefined` where nothing speaks for a takeover
 */
export function findTakeover(evidence: Evidence): string | undefined {
  const { isKnown, unknown, positions } = evidence
  const changes = findChanges(evidence)
  const isSame = () => replacesItself(evidence) || (evidence.isVouchedFor && !isTroubled(evidence))
  const isExpected = () => expectsNews(evidence) || (changes.said.length === 0 && isSame())
  const isStranger = !isKnown && unknown > 0 && positions.length >= fewest && !isExpected()
  const nothing = 'nothing in it is known'
  if (isStranger) return [nothing, ...changes.said].join('; ')
  if (changes.isRenamed && changes.said.length > 1) return [...changes.said, ...(isKnown ? [] : [nothing])].join('; ')
  return undefined
}

function findChanges({ before, after, domains }: Evidence): { isRenamed: boolean; said: string[] } {
  const isRenamed = before?.title !== undefined && !isSameText(before.title, after.title)
  const isElsewhere = domains.before !== undefined && domains.after !== undefined && domains.before !== domains.after
  return {
    isRenamed,
    said: [
      ...(isRenamed ? [`it is called ${quote(after.title)}, no longer ${quote(before.title)}`] : []),
      ...(isElsewhere ? [`its site is ${domains.after}, no longer ${domains.before}`] : []),
      ...(isOtherLanguage(before?.language, after.language)
        ? [`its language is ${after.language}, no longer ${before?.language}`]
        : []),
    ],
  }
}

const day = 86_400_000
const hour = day / 24

/** A feed that has failed for longer than this is in trouble: changes since then cannot be expected to be its author's news. */
const longestTrouble = 14 * day

function isTroubled({ failingSince, now }: Evidence): boolean {
  return failingSince !== undefined && +now - +failingSince > longestTrouble
}

/**
 * Whether so much news was to be expected. A feed that gathers news may share no entry with its version of an hour ago: then the rate of
 * its newest entries, times the time since it was last read, gives at least a third of the new ones. A long time of failure does not count:
 * a domain that is lost, and bought months later, fails before.
 */
function expectsNews(evidence: Evidence): boolean {
  const { unknown, positions, answeredAt, failingSince, now } = evidence
  if (answeredAt === undefined) return false
  const until = (isTroubled(evidence) ? failingSince : undefined) ?? now
  const silence = Math.max(+until - +answeredAt, 0)
  return rhythmOf(positions, answeredAt) * silence >= unknown / 3
}

/** A feed that pauses for more than this many times its usual pause is asleep: whoever wakes it has to show who they are. */
const longestPause = 8

/**
 * Whether a feed carries one entry, or one issue, at a time, so that no entry of a new version is known. It has replaced all its entries
 * before, and was believed; the new ones are no more than those were, and come when they can be expected.
 */
function replacesItself(evidence: Evidence): boolean {
  const { unknown, positions, window, answeredAt, now } = evidence
  if (window === undefined || answeredAt === undefined || isTroubled(evidence)) return false
  // All entries of the last version came at once, and we have others of this feed.
  const isReplacement = +window.first === +window.last && positions.length > window.entries
  const pause = window.entries / rhythmOf(positions, answeredAt)
  return isReplacement && unknown <= window.entries && +now - +window.last <= longestPause * pause
}

/** Entries in a millisecond, over the newest ones. */
function rhythmOf(positions: Date[], until: Date): number {
  return positions.length / Math.max(+until - Math.min(...positions.map(Number)), hour)
}

function isSameText(a: string | undefined, b: string | undefined): boolean {
  const plain = (text = '') => text.toLowerCase().replace(/\s+/g, ' ').trim()
  return plain(a) === plain(b)
}

/** "en" and "en-GB" are the same; a feed that names no language has not changed it. */
function isOtherLanguage(a: string | undefined, b: string | undefined): boolean {
  const primary = (language: string) => language.split('-')[0]?.toLowerCase()
  return a !== undefined && b !== undefined && primary(a) !== primary(b)
}

function quote(title: string | undefined): string {
  return title === undefined ? 'anything' : `“${title.length > 60 ? `${title.slice(0, 59)}…` : title}”`
}
