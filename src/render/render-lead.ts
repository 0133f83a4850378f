import type { Entry } from '../model.ts'
import { escapeXml } from '../text/escape-xml.ts'

/** The picture that a feed gives outside an entry's text, as HTML to set before it; empty where the text has one of its own. */
export function renderLead({ image, contentHtml, summaryHtml }: Entry): string {
  if (image === undefined || /<(img|picture|video)\b/i.test(contentHtml ?? summaryHtml ?? '')) return ''
  return `<p><img src="${escapeXml(image)}" alt="" /></p>`
}
