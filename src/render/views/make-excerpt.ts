import type { Entry } from '../../model.ts'
import { countWords } from '../count-words.ts'
import { truncateHtml } from '../truncate-html.ts'
import type { EntryStyle } from './make-entry-view.ts'

/** Words of a summary that we make ourselves. */
const summaryLength = 60

/** As much of an entry as a page shows; `words` counts the whole, where there is more. */
type Excerpt = { html: string; isWhole: boolean; words: number }

export function makeExcerpt(entry: Entry, { content, fold }: Pick<EntryStyle, 'content' | 'fold'>): Excerpt {
  const { contentHtml, summaryHtml } = entry
  const whole = contentHtml ?? summaryHtml ?? ''
  if (content === 'title') return { html: '', isWhole: true, words: 0 }
  if (content === 'summary' && summaryHtml !== undefined && contentHtml !== undefined) {
    return { html: summaryHtml, isWhole: false, words: countWords(contentHtml) }
  }
  const most = content === 'summary' ? summaryLength : fold
  const folded = most === undefined ? undefined : truncateHtml(whole, most)
  return folded === undefined
    ? { html: whole, isWhole: true, words: 0 }
    : { html: folded.html, isWhole: false, words: folded.words }
}
