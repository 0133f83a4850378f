import type { Warn } from '../collect-warnings.ts'
import { escapeHtml } from '../xml/render-nodes.ts'
import { collapse, htmlToText } from './html-to-text.ts'
import { limitHtml, limitLength } from './limit-html.ts'
import type { SourceText } from './make-text.ts'
import { sanitizeHtml, sanitizeInline } from './sanitize.ts'

/** White space, and signs that take no place. */
const unseen = /^[\s\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]*$/

/** A title in its two forms; `undefined` where nothing is left of it. */
export function makeTitle(
  text: SourceText | undefined,
  warn: Warn,
): { title: string | undefined; titleHtml: string | undefined } {
  const title = makePlain(text, warn)
  if (text === undefined || title === undefined) return { title: undefined, titleHtml: undefined }
  if (text.kind === 'text') return { title, titleHtml: escapeHtml(title) }
  return { title, titleHtml: sanitizeInline(limitHtml(text.value, warn)).trim() || undefined }
}

/** A text without markup, white space collapsed; `undefined` where nothing in it takes any place. */
export function makePlain(text: SourceText | undefined, warn: Warn): string | undefined {
  if (text === undefined) return undefined
  const plain = text.kind === 'text' ? collapse(limitLength(text.value, warn)) : htmlToText(limitHtml(text.value, warn))
  return unseen.test(plain) ? undefined : plain
}

/** A text as sanitised HTML with absolute links. */
export function makeContent(text: SourceText | undefined, warn: Warn): string | undefined {
  if (text === undefined) return undefined
  const html = text.kind === 'text' ? escapeHtml(text.value) : text.value
  return sanitizeHtml(limitHtml(html, warn), text.base).trim() || undefined
}
