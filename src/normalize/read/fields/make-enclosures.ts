import type { Enclosure, Link } from '../../../model.ts'
import { resolveUrl } from '../../../text/resolve-url.ts'
import { allKinds, type Element, elementsOf, type Fields, firstText } from '../xml/element.ts'
import { type Context, enterElement } from '../xml/enter-element.ts'

/** The files of an entry, each once: Atom's links, RSS's `enclosure`, Media RSS's `content`, also in groups. */
export function makeEnclosures(fields: Fields, context: Context): Enclosure[] {
  const linked = allKinds(fields, ['atom:link', 'link']).filter(({ attributes }) => isEnclosure(attributes.rel))
  const media = [
    ...allKinds(fields, ['media:content']),
    ...allKinds(fields, ['media:group']).flatMap((group) =>
      elementsOf(group).filter(({ name }) => name === 'media:content'),
    ),
  ]
  const all = [
    ...linked.map((element) => makeEnclosure(element, element.attributes.href, context)),
    ...allKinds(fields, ['enclosure', 'atom:enclosure']).map((element) =>
      makeEnclosure(
        element,
        element.attributes.url ?? element.attributes.href ?? element.attributes['rdf:resource'],
        context,
      ),
    ),
    ...media.map((element) => makeEnclosure(element, element.attributes.url, context)),
  ]
  const original = firstText(fields, ['feedburner:origenclosurelink'])
  const [first] = all
  // The address behind FeedBurner's counter; one is written for one file.
  if (original !== undefined && first !== undefined && all.length === 1) {
    first.url = resolveUrl(original, context.base) ?? first.url
  }
  const byUrl = new Map<string, Enclosure>()
  for (const enclosure of all) {
    const known = enclosure && byUrl.get(enclosure.url)
    if (enclosure === undefined || isFlash(enclosure)) continue
    byUrl.set(enclosure.url, {
      ...enclosure,
      type: known?.type ?? enclosure.type,
      length: known?.length ?? enclosure.length,
    })
  }
  return [...byUrl.values()]
}

/** Nothing plays it any more. */
function isFlash({ url, type }: Enclosure): boolean {
  return /^application\/(x-shockwave-flash|futuresplash)/.test(type ?? '') || /\.swf([?#]|$)/i.test(url)
}

/** The same files as links, so that `links` has everything that an entry points to. */
export function makeEnclosureLinks(enclosures: readonly Enclosure[]): Link[] {
  return enclosures.map(({ url, type }) => ({ rel: 'enclosure', href: url, type }))
}

/** Bytes as a feed writes them: digits, at times with separators; anything else says nothing. */
export function parseLength(text: string | undefined): number | undefined {
  const digits = text?.replace(/[\s,_]/g, '') ?? ''
  const length = Number(digits)
  return /^\d+$/.test(digits) && Number.isSafeInteger(length) ? length : undefined
}

function isEnclosure(rel: string | undefined): boolean {
  return rel !== undefined && /(^|\/)enclosure$/.test(rel.trim().toLowerCase())
}

function makeEnclosure(element: Element, written: string | undefined, outer: Context): Enclosure | undefined {
  const url = written?.trim() ? resolveUrl(written, enterElement(element, outer).base) : undefined
  const { type, length, filesize } = element.attributes
  return url === undefined
    ? undefined
    : { url, type: type?.trim().toLowerCase() || undefined, length: parseLength(length ?? filesize) }
}
