import { findNearest } from '../config/find-nearest.ts'
import { makeFeedName } from '../planet/make-subscriptions.ts'
import type { StoredFeed } from '../store/store.ts'
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
  const nearest = findNearest(
    word,
    labelled.flatMap(({ labels }) => labels),
  )
  throw new UsageError(`no feed is called "${word}"${nearest === undefined ? '' : `; did you mean "${nearest}"?`}`)
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
