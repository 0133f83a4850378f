import { findNearest } from '../config/find-nearest.ts'
import { makeFeedName } from '../planet/make-subscriptions.ts'
import type { StoredFeed } from '../store/store.ts'
import { makeLine } from '../text/make-line.ts'
import { UsageError } from './usage-error.ts'

/**
 * The feed that a word on the command line names by address, name or slug. An address may differ in https, www. or a slash at its end; a
 * name in capitals.
 *
 * @throws UsageError where no feed or several feeds match, naming the likely ones
 */
export function findFeedArgument(word: string, feeds: StoredFeed[]): StoredFeed {
  const exact = feeds.find(({ source }) => source.url === word)
  if (exact !== undefined) return exact
  const labelled = feeds.map((feed) => ({ feed, labels: listLabels(feed) }))
  const wanted = simplify(word)
  const found = labelled.filter(({ labels }) => labels.map(simplify).includes(wanted)).map(({ feed }) => feed)
  const [first] = found
  if (first !== undefined && found.length === 1) return first
  if (first !== undefined) {
    const list = found.map(({ source, state }) => `\n  ${source.url}  ${makeFeedName(source, state.about)}`)
    throw new UsageError(`"${word}" may be any of these; say which by its address:${list.join('')}`)
  }
  throw new UsageError(`no feed is called "${word}"${suggest(word, labelled)}`)
}

/** At most this many feeds that contain the word are named. */
const mostNamed = 3

/** The label of which the word is a misspelling; else the labels that contain the word. */
function suggest(word: string, labelled: { labels: string[] }[]): string {
  const labels = labelled.flatMap(({ labels }) => labels)
  const nearest = findNearest(word, labels) ?? findNearest(simplify(word), labels.map(simplify))
  if (nearest !== undefined) return `; did you mean "${makeLine(nearest)}"?`
  const holding = labelled.filter(({ labels }) => labels.some((label) => simplify(label).includes(simplify(word))))
  const names = holding.flatMap(({ labels: [, name = ''] }) => `"${makeLine(name)}"`)
  if (names.length === 0 || word.trim().length < 2) return '; planet status lists them all'
  const more = names.length > mostNamed ? ` or one of ${names.length - mostNamed} more` : ''
  return `; did you mean ${names.slice(0, mostNamed).join(' or ')}${more}?`
}

function listLabels({ source, slug, state }: StoredFeed): string[] {
  return [source.url, makeFeedName(source, state.about), ...(slug === undefined ? [] : [slug])]
}

function simplify(label: string): string {
  return label
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\/(www\.)?/, '')
    .replace(/\/$/, '')
}
