import type { Planet, Subscription } from '../../model.ts'
import { escapeXml } from '../../text/escape-xml.ts'
import { escapeText } from './escape-text.ts'

/** What OPML says of a subscription. */
type Listed = Pick<Subscription, 'source' | 'publicUrl' | 'name' | 'site' | 'about'>

/**
 * The public list of feeds: OPML 2.0, one outline a line, each feed once. `type` is "rss" whatever the feed's format, as the specification
 * says.
 *
 * @param modified when the planet last changed
 */
export function renderOpml(title: string, owner: Planet['owner'], modified: Date | undefined, list: Listed[]): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<opml version="2.0">',
    '<head>',
    `<title>${escapeText(sayPlainly(title))}</title>`,
    ...(modified === undefined ? [] : [`<dateModified>${modified.toUTCString()}</dateModified>`]),
    ...(owner?.name === undefined ? [] : [`<ownerName>${escapeText(sayPlainly(owner.name))}</ownerName>`]),
    ...(owner?.email === undefined ? [] : [`<ownerEmail>${escapeXml(owner.email)}</ownerEmail>`]),
    ...(owner?.url === undefined ? [] : [`<ownerId>${escapeXml(owner.url)}</ownerId>`]),
    '<docs>http://opml.org/spec2.opml</docs>',
    '</head>',
    '<body>',
    ...list.filter(({ publicUrl }) => publicUrl !== undefined).map(renderOutline),
    '</body>',
    '</opml>\n',
  ].join('\n')
}

function renderOutline({ source, publicUrl, name, site, about }: Listed): string {
  const attributes: Record<string, string | undefined> = {
    text: sayPlainly(name),
    title: sayPlainly(name),
    type: 'rss',
    xmlUrl: publicUrl,
    htmlUrl: site,
    language: source.language ?? about?.language,
    description: about?.subtitle === undefined ? undefined : sayPlainly(about.subtitle),
    // "To represent a tag, the category string should contain no slashes" (OPML 2.0); commas separate tags.
    category: source.tags === undefined || source.tags.length === 0 ? undefined : source.tags.join(','),
  }
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : `${key}="${escapeText(value)}"`,
  )
  return `<outline ${written.join(' ')}/>`
}

/**
 * The text of an outline may be HTML (OPML 2.0, section on `text`), though most readers take it as plain text: it is escaped only where it
 * would do harm as HTML.
 */
function sayPlainly(text: string): string {
  return /<\/[a-z]|<[a-z][^<>]*[=/]/i.test(text) ? escapeXml(text) : text
}
