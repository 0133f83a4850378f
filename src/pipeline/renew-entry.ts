import type { ParsedEntry } from '../model.ts'
import { sanitizeHtml, sanitizeInline } from '../normalize/read/fields/sanitize.ts'

/** A stored entry, its HTML sanitised once more. Links are absolute already: the base is of no account. */
export function renewEntry(entry: ParsedEntry): ParsedEntry {
  const base = entry.link ?? 'https://invalid.invalid/'
  const renew = (html: string | undefined) => html && (sanitizeHtml(html, base) || undefined)
  return {
    ...entry,
    titleHtml: entry.titleHtml && (sanitizeInline(entry.titleHtml) || undefined),
    summaryHtml: renew(entry.summaryHtml),
    contentHtml: renew(entry.contentHtml),
  }
}
