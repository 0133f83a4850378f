import { elements } from '../../../html/elements.ts'

/** Nobody writes a link or a picture without attributes but to speak of it: "<img> needs a text". */
const firstTag = /^\s*<(?!(?:a|img)>)([a-z][a-z\d]*)[\s/>]/i
const lastTag = /<(?:\/([a-z][a-z\d]*)|([bh]r|img)\b[^<>]*)\s*>\s*$/i

/**
 * Whether a text is elements of HTML from end to end: nobody writes so about markup. So it is HTML, though its format, or a type that its
 * author forgot, makes it a plain text. Of an element that is not for reading nothing would be left.
 */
export function isWholeHtml(text: string): boolean {
  const [, first = ''] = firstTag.exec(text) ?? []
  const [, ended, empty] = lastTag.exec(text.slice(-2000)) ?? []
  return isKept(first) && elements.has((ended ?? empty ?? '').toLowerCase())
}

function isKept(name: string): boolean {
  const rule = elements.get(name.toLowerCase())
  return rule !== undefined && (rule.fate !== 'goes' || rule.isMarkup === true)
}
