import { checkHtml } from '../../../html/check-html.ts'
import { makeHtml, makeTitleHtml } from '../../../html/make-html.ts'
import type { ParsedEntry } from '../../../model.ts'
import { cleanFields } from './clean-fields.ts'

const say = () => {}

/** A stored entry with its HTML made anew by the current rules. Its links are already absolute. */
export function renewEntry(entry: ParsedEntry): ParsedEntry {
  const renew = (html: string | undefined) => html && makeHtml(checkHtml(html), undefined, say, true)
  return cleanFields({
    ...entry,
    titleHtml: entry.titleHtml && (makeTitleHtml(entry.titleHtml, say) || undefined),
    summaryHtml: renew(entry.summaryHtml),
    contentHtml: renew(entry.contentHtml),
  })
}
