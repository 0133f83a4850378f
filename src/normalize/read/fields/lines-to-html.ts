import { escapeHtml } from '../../../html/render-html.ts'
import { linkAddresses } from './link-addresses.ts'

/** A plain text as HTML, with its line ends, the only formatting that it has. A text of one line stays one line. */
export function linesToHtml(text: string): string {
  return toParagraphs(escapeHtml(text.trim()), '<br>')
}

/** An HTML text without any tag: references keep their meaning, and line ends are shown, except where an editor wrapped full lines. */
export function tagFreeToHtml(text: string): string {
  const trimmed = text.trim()
  return toParagraphs(trimmed.replaceAll('<', '&lt;'), isFilled(trimmed) ? ' ' : '<br>')
}

function toParagraphs(text: string, lineEnd: string): string {
  const html = linkAddresses(text)
  if (!/[\n\r]/.test(html)) return html
  return html
    .split(/(?:\r?\n[^\S\n]*){2,}/)
    .map((lines) => `<p>${lines.trim().replace(/\r?\n|\r/g, lineEnd)}</p>`)
    .join('\n')
}

/** The least and the greatest width at which editors and mail programs break lines. */
const narrowest = 40
const widest = 120

/** Whether each line was broken because it was full: the first word of the next one had no room in it. */
function isFilled(text: string): boolean {
  const lines = text.split(/\r?\n|\r/).map((line) => line.trim())
  const width = lines.reduce((most, { length }) => Math.max(most, length), 0)
  if (width < narrowest || width > widest) return false
  return lines.every((line, at) => {
    const [word = ''] = (lines[at + 1] ?? '').split(' ')
    return line === '' || word === '' || line.length + 1 + word.length > width
  })
}
