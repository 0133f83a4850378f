import type { FeedProblem, FeedSource, FetchResult, Hop, Move, ParsedEntry, ParsedFeed, ReadResult } from '../model.ts'
import { loginPage } from '../text/login-page.ts'
import { renderAge } from '../text/render-age.ts'
import { findLanguage } from './find-language.ts'
import { isPageAddress } from './is-page-address.ts'
import { askForKey } from './make-remedy.ts'
import { quoteForShell } from './quote-for-shell.ts'

/** One thing wrong with a feed; an error keeps the feed's entries from the planet. */
export type Finding = { level: 'error' | 'warning'; code: string; message: string; advice?: string }

/** The result of asking one feed, and what the planet knows of the feed. */
export type CheckedFeed = {
  source: FeedSource
  fetched: Exclude<FetchResult, { kind: 'unchanged' }>
  /** What its body is; `undefined` where there is none. */
  read: ReadResult | undefined
  /** Its certificate's last day. */
  certificateEnd: Date | undefined
  /** The result of asking the same address by https, where it is listed with http. */
  secure: ReadResult | undefined
  /** Milliseconds without an entry after which it is quiet. */
  inactiveAfter: number
  /** Entries whose text is the same as the stored one, but whose date differs. */
  churned: number
  /** How many of its entries we have. */
  known: number
  /** Since when builds have had no answer. */
  failingSince?: Date | undefined
  /** The move that a build has seen. */
  moved?: Move | undefined
}

const day = 86_400_000

/** All that is wrong with one feed, the worst first. */
export function checkFeed(feed: CheckedFeed, now: Date): Finding[] {
  const { fetched, read } = feed
  if (fetched.kind === 'failed') return [explainFailure(feed, fetched.problem, now)]
  if (fetched.kind !== 'fetched') return [warning('WAITING', 'its host wants to be left alone for a while')]
  if (read?.kind === 'unreadable') return [explainFailure(feed, read.problem, now)]
  if (read === undefined) return []
  return [
    ...checkMove(feed, fetched.hops),
    ...checkCertificate(feed.certificateEnd, now),
    ...checkHttps(feed, read.feed),
    ...checkEntries(read.feed, feed, now),
    ...checkLanguage(feed.source, read.feed),
    ...read.feed.warnings.map((text) => warning(text.split(':')[0] ?? 'ILL_FORMED', text.replace(/^[A-Z_]+: /, ''))),
  ]
}

function warning(code: string, message: string, advice?: string): Finding {
  return { level: 'warning', code, message, ...(advice === undefined ? {} : { advice }) }
}

/** After failing this long, a feed is unlikely to come back. */
const hopeless = 30 * day

function explainFailure({ source, failingSince }: CheckedFeed, { code, message }: FeedProblem, now: Date): Finding {
  const failed = failingSince === undefined ? 0 : +now - +failingSince
  const days = Math.floor(failed / day)
  const since = days < 1 ? '' : `, for ${days} ${days === 1 ? 'day' : 'days'} now`
  // Even where no build has asked the address, `planet add` accepts it as a page if it looks like one.
  if (message === loginPage) return { level: 'error', code, message: message + since, advice: askForKey }
  const isMended = code === 'HTML' && source.from === undefined && isPageAddress(source.url)
  if (isMended)
    return { level: 'error', code, message: message + since, advice: `planet add ${quoteForShell(source.url)}` }
  const advice = code === 'GONE' || failed > hopeless ? { advice: `planet remove ${quoteForShell(source.url)}` } : {}
  return { level: 'error', code, message: message + since, ...advice }
}

function checkMove({ source: { url }, moved }: CheckedFeed, hops: Hop[]): Finding[] {
  const last = hops.findIndex(({ status }) => status !== 301 && status !== 308)
  const to = (last === -1 ? hops : hops.slice(0, last)).at(-1)?.to
  return to === undefined || to === url ? [] : [warning('MOVED', `moved for good to ${to}`, adviseMove(url, to, moved))]
}

/** `planet moved` does not know a move that no build has seen yet; and it writes a move to another domain only where the feed is named. */
function adviseMove(url: string, to: string, moved: Move | undefined): string {
  if (moved?.to !== to) return 'write that address into feeds.yaml'
  return moved.isAdopted ? 'planet moved --apply' : `planet moved --apply ${quoteForShell(url)}, if it is the same blog`
}

function checkCertificate(end: Date | undefined, now: Date): Finding[] {
  const days = end === undefined ? Number.POSITIVE_INFINITY : Math.floor((+end - +now) / day)
  return days > 14 ? [] : [warning('CERTIFICATE', `its certificate expires in ${days} ${days === 1 ? 'day' : 'days'}`)]
}

function checkHttps({ source, secure }: CheckedFeed, { entries }: ParsedFeed): Finding[] {
  if (secure?.kind !== 'read') return []
  const links = new Set(secure.feed.entries.map(({ id, link }) => id ?? link))
  const same = entries.filter(({ id, link }) => links.has(id ?? link)).length
  if (entries.length === 0 || same < entries.length) return []
  return [
    warning('HTTP', 'http:// works as https://, too (same entries)', `write ${source.url.replace(/^http:/, 'https:')}`),
  ]
}

function checkEntries(
  { entries }: ParsedFeed,
  { churned, known, inactiveAfter, source }: CheckedFeed,
  now: Date,
): Finding[] {
  if (entries.length === 0) return [warning('NO_ENTRIES', 'has no entries')]
  const dates = entries.flatMap(({ published, updated }) => published ?? updated ?? [])
  const undated = entries.length - dates.length
  const future = dates.filter((date) => +date > +now + day).length
  const newest = dates.length === 0 ? undefined : new Date(Math.max(...dates.map(Number)))
  const usesFirstSeen = source.dates === 'first-seen'
  return [
    ...(undated > 0
      ? [
          warning(
            'NO_DATES',
            `no dates in ${undated} of ${entries.length} entries; the time when they were first seen is used`,
          ),
        ]
      : []),
    ...(future > 0 && !usesFirstSeen
      ? [
          warning(
            'FUTURE',
            `${future} of ${entries.length} entries are dated in the future`,
            'consider dates: published',
          ),
        ]
      : []),
    ...(known >= 3 && churned * 2 >= known && !usesFirstSeen
      ? [warning('CHURN', 'the dates of its entries change though their texts do not', 'consider dates: first-seen')]
      : []),
    ...(newest !== undefined && +now - +newest > inactiveAfter
      ? [warning('QUIET', `its newest entry is of ${renderAge(newest, now)}`)]
      : []),
    ...checkIdentity(entries),
  ]
}

function checkIdentity(entries: ParsedEntry[]): Finding[] {
  const anonymous = entries.filter(({ id, link }) => id === undefined && link === undefined).length
  if (anonymous === 0) return []
  return [
    warning(
      'NO_IDS',
      `${anonymous} of ${entries.length} entries have neither an id nor a link; one that is edited counts as new`,
    ),
  ]
}

function checkLanguage({ language }: FeedSource, { about, entries }: ParsedFeed): Finding[] {
  const declared = language ?? about.language ?? entries.find((entry) => entry.language !== undefined)?.language
  const found = findLanguage(
    entries.map(({ title = '', contentHtml, summaryHtml }) => `${title} ${contentHtml ?? summaryHtml ?? ''}`).join(' '),
  )
  if (found === undefined || declared?.split('-')[0]?.toLowerCase() === found.code) return []
  const advice = `write language: ${found.code}`
  if (declared === undefined)
    return [warning('LANGUAGE', `is written in ${found.name}; neither it nor feeds.yaml says so`, advice)]
  return [warning('LANGUAGE', `says that it is written in ${declared}; it looks like ${found.name}`, advice)]
}
