import { storedToText } from '../../html/stored-to-text.ts'
import type { Entry, Planet, SearchRecord, Subscription } from '../../model.ts'
import { cutWords } from '../../text/cut-words.ts'
import type { Calendar } from '../dates/open-calendar.ts'
import { makeAnchor } from '../paths/make-anchor.ts'
import { spanPath } from '../paths/page-path.ts'
import { nameTag } from '../views/name-tag.ts'
import { segmentText } from './segment-text.ts'

/** Characters of a text that are indexed: an article of ten thousand words. */
const longestText = 60_000

/** What the search knows of an entry: its words, and the values to sort and filter it by. */
export function makeSearchRecord(
  entry: Entry,
  { planet, calendar, subscriptions }: { planet: Planet; calendar: Calendar; subscriptions: Map<string, Subscription> },
): SearchRecord {
  const subscription = subscriptions.get(entry.feed)
  const blog = subscription?.name ?? new URL(entry.feed).host
  const day = calendar.dayOf(entry.position)
  const authors = entry.authors.flatMap(({ name }) => name ?? []).join(', ')
  const text = storedToText(entry.contentHtml ?? entry.summaryHtml ?? '')
  const words = [entry.title, cutWords(text, longestText), blog, authors].filter(Boolean).join(' · ')
  const tags = (subscription?.source.tags ?? []).map((tag) => nameTag(tag, planet))
  return {
    url: `${spanPath(day).replace(/index\.html$/, '')}#${makeAnchor(entry.publishedId)}`,
    content: segmentText(words),
    language: 'unknown',
    meta: {
      title: cutWords(entry.title ?? text, 200),
      blog,
      date: calendar.formatDay(day, planet.show.date),
      language: entry.language ?? '',
    },
    filters: { blog: [blog], year: [day.slice(0, 4)], ...(tags.length > 0 ? { tag: tags } : {}) },
    sort: { date: entry.position.toISOString() },
  }
}
