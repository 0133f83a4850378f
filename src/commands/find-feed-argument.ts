import { findNearest } from '../config/find-nearest.ts'
import { makeFeedName } from '../planet/make-subscriptions.ts'
import type { StoredFeed } from '../store/store.ts'
import { makeLine } from '../text/make-line.ts'
import { UsageError } from './usage-error.ts'

/**
 * The feed that a word on the command line means: its address, its name or its slug. An address may lack what differs often
 * (https, www., a slash at its end); names do not mind capitals.
 *
 * @throws UsageError where no feed or several are meant, with those that might be
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

/** Several that hold the word are more than need to be named. */
const mostNamed = 3

/** The label that was misspelt; else those of which the word is a part. */
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
