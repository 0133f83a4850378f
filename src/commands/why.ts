import type { Config } from '../config/schema.ts'
import { makeLinkKey } from '../planet/make-purges.ts'
import { makeFeedName } from '../planet/make-subscriptions.ts'
import { makeAnchor } from '../render/paths/make-anchor.ts'
import { makeFeedHealth } from '../schedule/make-feed-health.ts'
import { hasStore } from '../store/open-store.ts'
import type { FoundEntry, Store, StoredFeed } from '../store/store.ts'
import { makeLine } from '../text/make-line.ts'
import { wrapText } from '../text/wrap-text.ts'
import { exitCodes } from './exit-codes.ts'
import { type Explanation, explainEntry } from './explain-entry.ts'
import { explainHealth } from './explain-health.ts'
import { explainRule } from './explain-rule.ts'
import { explainUnknown, type Unknown } from './explain-unknown.ts'
import { findPages } from './find-pages.ts'
import type { CommonFlags } from './flags.ts'
import { loadPlanet, type PlanetPlaces } from './load-planet.ts'
import { openTimeWriter, type WriteTime } from './open-time-writer.ts'
import { findColumns, print, printJson } from './print.ts'
import { UsageError } from './usage-error.ts'
import { useStore } from './use-store.ts'

/** One stored entry, explained. */
type Answer = FoundEntry & Explanation & { name: string; pages: string[]; feedState: string | null }

/**
 * `planet why`: where an entry is, or why it is not shown, by its link, an id, or its place on one of our own pages.
 *
 * @returns the exit code: that of a usage error where nothing is known of the entry, as for every command that names a missing thing; else
 * 0
 */
export async function runWhy(word: string, flags: CommonFlags): Promise<number> {
  if (word.trim() === '') throw new UsageError('name an entry by its link or its id')
  const places = await loadPlanet(flags)
  const { config, state } = places
  if (!(await hasStore(state))) {
    return sayUnknown(word, { isKnown: false, message: 'nothing is stored yet: run planet build' }, flags)
  }
  return useStore(state, async (store) => {
    const feeds = await store.feeds()
    const entries = await findAsked(word.trim(), config, store)
    const writeTime = openTimeWriter(config)
    if (entries.length === 0) {
      return sayUnknown(word, explainUnknown(word.trim(), config, feeds, new Date(), writeTime), flags)
    }
    const answers = await Promise.all(entries.map((entry) => makeAnswer(entry, places, feeds, writeTime)))
    if (flags.json) printJson({ schema: 1, word, entries: answers.map(makeJsonLine) })
    else print(`${answers.map((answer) => renderAnswer(answer, writeTime)).join('\n\n')}\n`)
    return exitCodes.done
  })
}

/** By id, published id or link; else by the address of its place on one of our pages: ".../2019/04/03/#e-0123456789". */
async function findAsked(word: string, config: Config, store: Store): Promise<FoundEntry[]> {
  const found = await store.findEntries(word, makeLinkKey(word))
  const [, year, month, day, anchor] = /(\d{4})\/(\d\d)\/(\d\d)\/[^#]*#(e-[0-9a-f]{10})$/.exec(word) ?? []
  if (found.length > 0 || !word.startsWith(config.url) || anchor === undefined) return found
  const noon = Date.UTC(Number(year), Number(month) - 1, Number(day), 12)
  // In whatever zone, the whole day lies within a day and a half of its noon in UTC.
  const around = await store.queries.between(new Date(noon - 36 * 3_600_000), new Date(noon + 36 * 3_600_000))
  const entry = around.find(({ publishedId }) => makeAnchor(publishedId) === anchor)
  return entry === undefined ? [] : store.findEntries(entry.publishedId, undefined)
}

async function makeAnswer(
  entry: FoundEntry,
  { config, output }: PlanetPlaces,
  feeds: StoredFeed[],
  writeTime: WriteTime,
): Promise<Answer> {
  const feed = feeds.find(({ source }) => source.url === entry.feed)
  // Take the rules of feeds.yaml as it is now: the store has those of the last build.
  const source = config.feeds.find(({ url }) => url === entry.feed) ?? feed?.source
  const rule =
    entry.offSite === 'filtered' && entry.entry && source ? await explainRule(entry.entry, source, config) : undefined
  const explanation = explainEntry(entry, config, feeds, writeTime, rule)
  const isShown = explanation.status !== 'not-shown'
  return {
    ...entry,
    ...explanation,
    name: feed === undefined ? entry.feed : makeFeedName(feed.source, feed.state.about),
    pages: isShown ? await findPages(entry, feed, config, output) : [],
    feedState: feed === undefined ? null : explainFeed(feed, config, writeTime),
  }
}

/** What keeps updates of the entry from arriving; null where nothing does. */
function explainFeed({ source, active, state }: StoredFeed, config: Config, writeTime: WriteTime): string | null {
  if (!active) return 'feeds.yaml lists its feed no longer'
  const facts = { now: new Date(), last: undefined, inactiveAfterMs: config.defaults.inactiveAfterMs }
  const clause = explainHealth(makeFeedHealth(source, state, facts), writeTime)
  return clause === undefined ? null : `its feed ${clause}`
}

function makeJsonLine({
  hasOwnLink: _hasOwnLink,
  rank: _rank,
  offFront: _offFront,
  offSite: _offSite,
  entry: _entry,
  ...answer
}: Answer) {
  const withNull = Object.entries(answer).map(([key, value]) => [key, value ?? null])
  return Object.fromEntries(withNull) as Record<string, unknown>
}

function renderAnswer(answer: Answer, writeTime: WriteTime): string {
  const { title, link, name, feed, pages, status } = answer
  // In a pipe, a fact has a line.
  const columns = findColumns(Number.POSITIVE_INFINITY)
  const rows: [string, string][] = [
    ['link', link ?? 'none'],
    ['feed', `${name} <${feed}>`],
    ['published', answer.published === undefined ? 'not said' : writeTime(answer.published)],
    ...(answer.updated === undefined ? [] : ([['updated', writeTime(answer.updated)]] as [string, string][])),
    ['first seen', writeTime(answer.firstSeen)],
    ['its place', writeTime(answer.position)],
    ['ids', answer.ids.join(' then ')],
    ['ours', answer.publishedId],
  ]
  const notes = [
    ...(answer.missingSince === undefined
      ? []
      : [`since ${writeTime(answer.missingSince)} its feed lacks it, though it carries its neighbours`]),
    ...(answer.feedState === null ? [] : [answer.feedState]),
  ]
  const nowhere = 'the site was not written since, or stands elsewhere: run planet build'
  const stands = status === 'not-shown' ? [] : [['stands in', pages.length === 0 ? nowhere : pages.join(' ')]]
  return [
    makeLine(title ?? link ?? answer.publishedId),
    ...wrapText(makeLine(answer.message), columns, '  ', '    '),
    ...notes.flatMap((note) => wrapText(makeLine(note), columns, '  ', '    ')),
    ...[...stands, ...rows].flatMap(([label = '', text = '']) =>
      wrapText(makeLine(text), columns, `  ${label.padEnd(11)} `, ' '.repeat(14)),
    ),
  ].join('\n')
}

function sayUnknown(word: string, { isKnown, message }: Unknown, { json }: CommonFlags): number {
  if (json) printJson({ schema: 1, word, entries: [], status: 'unknown', message })
  else {
    const columns = findColumns(Number.POSITIVE_INFINITY)
    print(`${wrapText(makeLine(`${word}: ${message}`), columns, '', '  ').join('\n')}\n`)
  }
  return isKnown ? exitCodes.done : exitCodes.usage
}
