import type { ParsedEntry } from '../model.ts'
import { escapeXml } from '../text/escape-xml.ts'

type Lead = Pick<ParsedEntry, 'image' | 'enclosures' | 'contentHtml' | 'summaryHtml'>

/**
 * The picture, or pictures, that a feed gives outside an entry's text, as HTML to set before the text; empty where the text has a picture
 * of its own.
 */
export function renderLead({ image, enclosures, contentHtml, summaryHtml }: Lead): string {
  if (image === undefined || /<(img|picture|video)\b/i.test(contentHtml ?? summaryHtml ?? '')) return ''
  const photos = enclosures.filter(({ isPhoto }) => isPhoto)
  const alone = { url: image, alt: enclosures.find(({ url }) => url === image)?.alt }
  return (photos.length > 1 ? photos : [alone])
    .map(({ url, alt = '' }) => `<p><img src="${escapeXml(url)}" alt="${escapeXml(alt)}" /></p>`)
    .join('')
}
