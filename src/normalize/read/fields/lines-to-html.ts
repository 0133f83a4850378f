import { escapeHtml } from '../../../html/render-html.ts'

/** A plain text as HTML: its line ends are all the form that it has. A text of one line stays one. */
export function linesToHtml(text: string): string {
  const trimmed = text.trim()
  if (!/[\n\r]/.test(trimmed)) return escapeHtml(trimmed)
  return trimmed
    .split(/(?:\r?\n[^\S\n]*){2,}/)
    .map((lines) => `<p>${escapeHtml(lines.trim()).replace(/\r?\n|\r/g, '<br>')}</p>`)
    .join('\n')
}
