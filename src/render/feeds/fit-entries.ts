import { storedToText } from '../../html/stored-to-text.ts'
import { cutWords } from '../../text/cut-words.ts'
import { escapeXml } from '../../text/escape-xml.ts'
import type { Translate } from '../messages/open-messages.ts'
import type { FeedDocument, FeedEntry } from './feed-document.ts'

/** F-21: bytes of the largest feed. Readers ask for it every hour. */
const largestFeed = 1_000_000

/** Characters of the excerpt that replaces a longer text. */
const excerptLength = 500

/** An entry as it stands in a feed. */
export type FittedText = { text: string; bytes: number; isWhole: boolean }

/**
 * Render entries so that the feed stays small: where all whole entries would be too large together, the oldest lose their full texts.
 *
 * @param document with entries newest first
 * @param rest bytes of the feed beside its entries
 */
export function fitEntries(
  { entries, translate }: Pick<FeedDocument, 'entries' | 'translate'>,
  render: (entry: FeedEntry) => string,
  rest: number,
): FittedText[] {
  const texts = entries.map((entry): FittedText => {
    const text = render(entry)
    return { text, bytes: Buffer.byteLength(text), isWhole: true }
  })
  let size = texts.reduce((sum, { bytes }) => sum + bytes, rest)
  for (const [index, entry] of [...entries.entries()].reverse()) {
    if (size <= largestFeed) break
    const text = render(shortenEntry(entry, translate))
    const bytes = Buffer.byteLength(text)
    const saved = (texts[index]?.bytes ?? 0) - bytes
    if (saved <= 0) continue
    texts[index] = { text, bytes, isWhole: false }
    size -= saved
  }
  return texts
}

/** The beginning of an entry's text, with a link to the rest; of everything else, as much as a person would look at. */
function shortenEntry(entry: FeedEntry, translate: Translate): FeedEntry {
  const start = cutWords(storedToText(entry.summaryHtml ?? entry.contentHtml ?? ''), excerptLength)
  const place = escapeXml(entry.link ?? entry.via)
  const link = `<a href="${place}">${place}</a>`
  const summary = `<p>${escapeXml(start)}</p><p>${translate('shortened', { link }, escapeXml)}</p>`
  const isLinked = entry.link !== undefined
  const people = (list: FeedEntry['authors']) =>
    list.slice(0, 5).map((person) => ({ ...person, name: cutWords(person.name, 100) }))
  return {
    ...entry,
    title: entry.title === undefined ? undefined : cutWords(entry.title, 300),
    titleHtml: undefined,
    summaryHtml: isLinked ? summary : undefined,
    contentHtml: isLinked ? undefined : summary,
    authors: people(entry.authors),
    contributors: people(entry.contributors),
    categories: entry.categories.filter(({ term, label }) => term.length + (label?.length ?? 0) < 200).slice(0, 10),
    enclosures: entry.enclosures.slice(0, 3),
    rights: entry.rights === undefined ? undefined : cutWords(entry.rights, 300),
    source: {
      ...entry.source,
      title: cutWords(entry.source.title, 300),
      subtitle: undefined,
      authors: people(entry.source.authors),
      rights: entry.source.rights === undefined ? undefined : cutWords(entry.source.rights, 300),
    },
  }
}
