import { countNodeWords } from '../../html/count-words.ts'
import type { Node } from '../../html/nodes.ts'
import { parseHtml } from '../../html/parse-html.ts'
import { truncateHtml } from '../../html/truncate-html.ts'
import type { Entry } from '../../model.ts'
import type { EntryStyle } from './entry-style.ts'

/** Words of a summary that we make ourselves. */
const summaryLength = 60

/** As much of an entry as a page shows; `words` counts the whole, where there is more. */
type Excerpt = { nodes: readonly Node[]; isWhole: boolean; words: number }

export function makeExcerpt(entry: Entry, { content, fold }: Pick<EntryStyle, 'content' | 'fold'>): Excerpt {
  const { contentHtml, summaryHtml } = entry
  if (content === 'title') return { nodes: [], isWhole: true, words: 0 }
  const whole = parseHtml(contentHtml ?? summaryHtml ?? '').nodes
  if (content === 'summary' && summaryHtml !== undefined && contentHtml !== undefined) {
    return { nodes: parseHtml(summaryHtml).nodes, isWhole: false, words: countNodeWords(whole) }
  }
  const most = content === 'summary' ? summaryLength : fold
  const folded = most === undefined ? undefined : truncateHtml(whole, most)
  return folded === undefined
    ? { nodes: whole, isWhole: true, words: 0 }
    : { nodes: folded.nodes, isWhole: false, words: folded.words }
}
