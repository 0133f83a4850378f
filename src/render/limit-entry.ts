import { parseHtml } from '../html/parse-html.ts'
import { escapeHtml, renderHtml } from '../html/render-html.ts'
import { htmlToText } from '../html/to-text.ts'
import { truncateHtml } from '../html/truncate-html.ts'
import type { Entry, FeedSource } from '../model.ts'
import { cutWords } from '../text/cut-words.ts'

/** Words of a summary that we make ourselves: it ends after a whole block. */
const summaryWords = 60
/** Characters of such a summary, in no case more. */
const summaryLength = 600

/**
 * As much of an entry as its feed may have shown, on every page and in every feed: the whole, a summary, or the title alone; and with the
 * author that feeds.yaml insists on.
 */
export function limitEntry(entry: Entry, source: FeedSource | undefined): Entry {
  const named = source?.authorForce && source.author !== undefined ? forceAuthor(entry, source.author) : entry
  if (source?.content === 'summary') {
    return { ...named, contentHtml: undefined, summaryHtml: makeSummary(entry) }
  }
  if (source?.content === 'title') {
    return { ...named, contentHtml: undefined, summaryHtml: undefined, image: undefined, enclosures: [] }
  }
  return named
}

function forceAuthor(entry: Entry, name: string): Entry {
  return { ...entry, authors: [{ name, url: undefined, email: undefined }] }
}

/** The feed's own summary, where the entry has one beside the text; else the beginning of the text. */
function makeSummary({ contentHtml, summaryHtml }: Entry): string | undefined {
  const html = (contentHtml === undefined ? undefined : summaryHtml) ?? contentHtml ?? summaryHtml
  if (html === undefined) return undefined
  const cut = truncateHtml(parseHtml(html).nodes, summaryWords)
  const start = cut === undefined ? html : renderHtml(cut.nodes)
  const text = htmlToText(start)
  return text.length <= summaryLength ? start : `<p>${escapeHtml(cutWords(text, summaryLength))}</p>`
}
