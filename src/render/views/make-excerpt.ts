import { countNodeWords } from '../../html/count-words.ts'
import { cutNodes } from '../../html/cut-nodes.ts'
import type { Node } from '../../html/nodes.ts'
import { parseHtml } from '../../html/parse-html.ts'
import { escapeHtml } from '../../html/render-html.ts'
import { storedToText } from '../../html/stored-to-text.ts'
import { truncateHtml } from '../../html/truncate-html.ts'
import type { Entry } from '../../model.ts'
import { cutWords } from '../../text/cut-words.ts'
import type { EntryStyle } from './entry-style.ts'

/** Words of a summary that we make ourselves. */
const summaryLength = 60

/** Characters of a text's first words. */
const startLength = 240
/** Characters of HTML in which these first words are looked for. */
const startSource = 1500

/** Characters of HTML that mostly contain the first words. */
const nearSource = 500
/** Characters of text that must follow the first words in this HTML: then the cut is not among the first words. */
const enoughBehind = 40

/** Bytes of the part shown of a text that is too long for its page. */
const partLength = 6000

/** As much of an entry as a page shows, as HTML or as its nodes; `words` counts the words of the whole text, where there is more. */
export type Excerpt = { content: string | readonly Node[]; isWhole: boolean; words: number }

export function makeExcerpt(entry: Entry, { content, fold }: Pick<EntryStyle, 'content' | 'fold'>): Excerpt {
  const { contentHtml, summaryHtml } = entry
  const whole = contentHtml ?? summaryHtml ?? ''
  if (content === 'title') return { content: '', isWhole: true, words: 0 }
  if (content === 'start') return makeStart(whole)
  if (content === 'summary' && summaryHtml !== undefined && contentHtml !== undefined) {
    return { content: summaryHtml, isWhole: false, words: countNodeWords(parseHtml(contentHtml).nodes) }
  }
  if (content === 'part') return makePart(parseHtml(whole).nodes)
  const most = content === 'summary' ? summaryLength : fold
  const folded = most === undefined ? undefined : truncateHtml(parseHtml(whole).nodes, most)
  return folded === undefined
    ? { content: whole, isWhole: true, words: 0 }
    : { content: folded.nodes, isWhole: false, words: folded.words }
}

/** The beginning of a text, as long as allowed. */
function makePart(nodes: readonly Node[]): Excerpt {
  return { content: cutNodes(nodes, partLength), isWhole: false, words: countNodeWords(nodes) }
}

/** The first words of a text, as a paragraph; the rest is not even parsed. */
function makeStart(html: string): Excerpt {
  const near = html.length <= startSource ? '' : storedToText(html.slice(0, nearSource))
  const plain = near.length >= startLength + enoughBehind ? near : storedToText(html.slice(0, startSource))
  // A short note is shown whole: there is no more to read.
  if (html.length <= startSource && plain.length <= startLength && !/<(img|video|audio|pre|table)/.test(html))
    return { content: html, isWhole: true, words: 0 }
  const text = cutWords(plain, startLength)
  return { content: text === '' ? '' : `<p>${escapeHtml(text)}</p>`, isWhole: html === '', words: 0 }
}
