import type { Link } from '../../../model.ts'
import { resolveUrl } from '../../../text/resolve-url.ts'
import { allKinds, type Element, elementsOf, type Fields, firstText, textOf } from '../xml/element.ts'
import { type Context, enterElement } from '../xml/enter-element.ts'
import { localName } from '../xml/resolve-names.ts'

/** Registered relations were once written as whole addresses (RFC 4287, section 4.2.7.2). */
const registry = /^https?:\/\/www\.iana\.org\/assignments\/(link-)?relations?(\.html)?[/#]/

/**
 * The links of a feed or entry in its order, absolute: RSS's own (text) before Atom's (`href`).
 *
 * The links are pushed one by one: after V8 has optimised a call of `map`, the list has another kind of elements for it, and V8 drops the
 * optimised code of everything that reads such lists.
 */
export function makeLinks(fields: Fields, context: Context): Link[] {
  const links: Link[] = []
  for (const element of allKinds(fields, ['link', 'atom:link'])) {
    const link = makeLink(element, context)
    if (link !== undefined) links.push(link)
  }
  const replies = resolveWritten(firstText(fields, ['wfw:commentrss']), context.base)
  if (replies !== undefined) links.push({ rel: 'replies', href: replies, type: 'application/rss+xml' })
  const licenses = allKinds(fields, ['creativecommons:license', 'cc:license', 'dcterms:license'])
  // Licenses of Media RSS and of podcasts have their address in an attribute, and their name as text.
  for (const element of allKinds(fields, ['media:license', 'podcast:license'])) {
    const href = element.attributes.href ?? element.attributes.url
    if (href !== undefined) licenses.push({ ...element, attributes: { href }, children: [] })
  }
  for (const element of licenses) {
    const link = makeLink(element, context)
    if (link !== undefined) links.push({ ...link, rel: 'license' })
  }
  return links
}

/** Resolve an address that was written as text; not "3", which some feeds write there as the number of comments. */
export function resolveWritten(text: string | undefined, base: string | undefined): string | undefined {
  return text !== undefined && /^\S*[/.#?:]\S*$/.test(text) ? resolveUrl(text, base) : undefined
}

/**
 * Of several pages, the one in the language of the entry (`hreflang`), else one without a language.
 *
 * @param language of the entry, a tag of BCP 47
 */
export function findTranslated(fields: Fields, context: Context, language: string | undefined): string | undefined {
  const elements = allKinds(fields, ['link', 'atom:link'])
  // Hardly any feed writes `hreflang`.
  if (elements.every(({ attributes }) => attributes.hreflang === undefined)) return undefined
  const written = elements.flatMap((element) => {
    const link = makeLink(element, context)
    const tongue = element.attributes.hreflang?.trim().toLowerCase()
    return link?.rel === 'alternate' && isPage(link) ? [{ href: link.href, tongue }] : []
  })
  if (!written.some(({ tongue }) => tongue !== undefined)) return undefined
  const own = language?.trim().toLowerCase()
  const primary = (tag: string | undefined) => tag?.split(/[-_]/)[0]
  return (
    written.find(({ tongue }) => tongue !== undefined && tongue === own) ??
    written.find(({ tongue }) => tongue !== undefined && primary(tongue) === primary(own)) ??
    written.find(({ tongue }) => tongue === undefined)
  )?.href
}

/** The permalink of a feed or entry: its `alternate` link, preferably to a web page. */
export function findAlternate(links: readonly Link[]): string | undefined {
  const alternates = links.filter(({ rel, href }) => rel === 'alternate' && isPlace(href))
  return (alternates.find(isPage) ?? alternates[0])?.href
}

/** Whether a link leads to a page for people, by its type or for lack of one. */
export function isPage({ type, href }: Link): boolean {
  return isPlace(href) && (type === undefined || /^(text\/html|application\/xhtml\+xml)\b/i.test(type))
}

/** Whether an address leads to a place: `mailto:`, `tel:` and `geo:` do not, and tell no two entries apart. */
export function isPlace(href: string): boolean {
  return !/^(mailto|tel|geo):/.test(href)
}

/** Words that programs write where they had no address. */
const noAddress = /^(undefined|null|none|nil|n\/a)$/i

/** A link of Atom has one relation; of several, written as in HTML, `alternate` counts. */
function relationOf(rel: string): string {
  const relation = rel.trim().toLowerCase().replace(registry, '') || 'alternate'
  return /(^|\s)alternate(\s|$)/.test(relation) ? 'alternate' : relation
}

/** Characters that nobody sees. */
const unseen = '\\s\\u200B-\\u200F\\u2060\\uFEFF'
const unseenBefore = new RegExp(`^[${unseen}]+(?=["'<]?https?://)`, 'i')
const unseenBehind = new RegExp(`[${unseen}].*$`, 's')
/** An address in quotes or angle brackets, of which the second may be missing. */
const quoted = /^(?:"(https?:\/\/[^"]+)|'(https?:\/\/[^']+)|<(https?:\/\/[^<>]+))/i

/** An address without the signs that somebody copied with it. */
function unquote(written: string | undefined): string | undefined {
  if (written === undefined || written.startsWith('http')) return written
  const seen = written.replace(unseenBefore, '')
  const [, double, single, angled] = quoted.exec(seen) ?? []
  const inside = double ?? single ?? angled ?? seen
  return inside === written ? written : inside.replace(unseenBehind, '')
}

/** The address of a link of HTML that was written in the place of an address, escaped or not, as Drupal's templates do. */
function anchored(element: Element): string | undefined {
  const [inner] = element.children
  if (typeof inner === 'string' && !/^\s*<a\s/i.test(inner)) return undefined
  const [anchor] = elementsOf(element)
  if (anchor !== undefined) return localName(anchor.name) === 'a' ? anchor.attributes.href : undefined
  const [, quoted = '', apart = ''] =
    /^\s*<a\s[^<>]*?\bhref\s*=\s*(?:"([^"<>]+)"|'([^'<>]+)')/i.exec(textOf(element)) ?? []
  return quoted || apart || undefined
}

function makeLink(element: Element, outer: Context): Link | undefined {
  const { href, rel, type, 'rdf:resource': resource } = element.attributes
  const written = unquote(href ?? anchored(element) ?? (textOf(element).trim() || resource))
  if (written === undefined || (href === undefined && written === '') || noAddress.test(written.trim()))
    return undefined
  const { base, isBased } = enterElement(element, outer)
  // An empty address leads to the feed itself, which is no page, unless `xml:base` names a page.
  const absolute = written.trim() === '' && !isBased ? undefined : resolveUrl(written, base)
  if (absolute === undefined) return undefined
  return {
    rel: relationOf(rel ?? ''),
    href: absolute,
    type: type?.trim().toLowerCase() || undefined,
  }
}
