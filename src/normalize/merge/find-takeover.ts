import type { FeedAbout, LastWindow } from '../../model.ts'

/** What there is to judge by whether a version is still the same blog's. */
export type Evidence = {
  /** What the feed said of itself last; `undefined` where it never said anything that was believed. */
  before: FeedAbout | undefined
  after: FeedAbout
  /** Registrable domains of the site then and now; `undefined` where it did not say. */
  domains: { before: string | undefined; after: string | undefined }
  /** An entry of the version is one that we have. */
  isKnown: boolean
  /** Entries of the version that we have not. */
  unknown: number
  /** Places of the newest entries that we have, at most thirty. */
  positions: Date[]
  /** What its last version carried that was believed. */
  window: LastWindow | undefined
  /** Its entries, or the feed itself, have what a stranger has not: see `isVouchedFor`. */
  isVouchedFor: boolean
  /** When the feed last gave an answer that could be read, and had entries or was the last one again. */
  answeredAt: Date | undefined
  /** Since when it gave none, or one without entries, although it was asked. */
  failingSince: Date | undefined
  now: Date
}

/** A feed that had fewer has not shown what it is. */
const fewest = 3

/**
 * Whether a version of a feed seems to be somebody else's, as it is when a domain has expired and was bought: nothing in it is
 * known, though so much news was not to be expected of this feed; or its title and, at once, its language or the domain of
 * its site are others, whatever ids and paths it counts up again.
 *
 * @returns what is another, as clauses; `undefined` where nothing speaks for it
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

/** A feed that is asked and does not answer for longer has trouble of its own: what happened meanwhile is no news of its author's. */
const longestTrouble = 14 * day

function isTroubled({ failingSince, now }: Evidence): boolean {
  return failingSince !== undefined && +now - +failingSince > longestTrouble
}

/**
 * A feed that gathers news may have nothing in common with what it was an hour ago: its own rhythm, over its newest entries,
 * times the days since it was read last, is at least a third of what is new. A long time in which it failed does not count: a
 * domain that is lost, and bought months later, begins with that.
 */
function expectsNews(evidence: Evidence): boolean {
  const { unknown, positions, answeredAt, failingSince, now } = evidence
  if (answeredAt === undefined) return false
  const until = (isTroubled(evidence) ? failingSince : undefined) ?? now
  const silence = Math.max(+until - +answeredAt, 0)
  return rhythmOf(positions, answeredAt) * silence >= unknown / 3
}

/** Times its usual pause after which a feed is asleep: whoever wakes it has to show who he is. */
const longestPause = 8

/**
 * A feed that carries one entry, or one issue, at a time has nothing known in it whenever there is another. It has replaced all
 * that it carried before, and that was believed; what it brings now is no more than that was, and comes when it can be expected.
 */
function replacesItself(evidence: Evidence): boolean {
  const { unknown, positions, window, answeredAt, now } = evidence
  if (window === undefined || answeredAt === undefined || isTroubled(evidence)) return false
  // All came at once, and we have more of this feed than those.
  const isReplacement = +window.first === +window.last && positions.length > window.entries
  const pause = window.entries / rhythmOf(positions, answeredAt)
  return isReplacement && unknown <= window.entries && +now - +window.last <= longestPause * pause
}

/** Entries a millisecond, over the newest. */
function rhythmOf(positions: Date[], until: Date): number {
  return positions.length / Math.max(+until - Math.min(...positions.map(Number)), hour)
}

function isSameText(a: string | undefined, b: string | undefined): boolean {
  const plain = (text = '') => text.toLowerCase().replace(/\s+/g, ' ').trim()
  return plain(a) === plain(b)
}

/** "en" and "en-GB" are one; a feed that says nothing has not changed its mind. */
function isOtherLanguage(a: string | undefined, b: string | undefined): boolean {
  const primary = (language: string) => language.split('-')[0]?.toLowerCase()
  return a !== undefined && b !== undefined && primary(a) !== primary(b)
}

function quote(title: string | undefined): string {
  return title === undefined ? 'anything' : `“${title.length > 60 ? `${title.slice(0, 59)}…` : title}”`
}
