import { cleanText } from '../../../html/clean-text.ts'
import { cutBytes, maxWords } from '../../../html/limits.ts'
import { htmlToText } from '../../../html/to-text.ts'
import type { Enclosure, Link } from '../../../model.ts'
import { resolveUrl } from '../../../text/resolve-url.ts'
import { allKinds, type Element, elementsOf, type Fields, fieldsOf, firstText, textOf } from '../xml/element.ts'
import { type Context, enterElement } from '../xml/enter-element.ts'
import { isFace, isImage } from './find-picture.ts'
import { parseMediaType } from './parse-media-type.ts'

/**
 * The files of an entry, each once: Atom's links, RSS's `enclosure`, Media RSS's `content`, also in groups. A group is one file in several
 * forms: its default comes first, and the others are versions of that. Files of Media RSS that are of the `enclosure`'s kind are versions
 * of the `enclosure`, and its pictures are versions of the picture that is shown.
 *
 * @param image the entry's picture that is shown outside the text
 * @param photos the pictures that are shown together
 */
export function makeEnclosures(
  fields: Fields,
  context: Context,
  image: string | undefined,
  photos: ReadonlySet<string>,
): Enclosure[] {
  const linked = allKinds(fields, ['atom:link', 'link']).filter(({ attributes }) => isEnclosure(attributes.rel))
  const groups = allKinds(fields, ['media:group']).map((group) =>
    sortVersions(elementsOf(group).filter(({ name }) => name === 'media:content')),
  )
  const versions = new Set(groups.flatMap((group) => group.slice(1)))
  const media = [...allKinds(fields, ['media:content']), ...groups.flat()]
  const written = [
    ...linked.map((element) => makeEnclosure(element, element.attributes.href, context)),
    ...allKinds(fields, ['enclosure', 'atom:enclosure']).map((element) => makeWritten(element, context)),
  ]
  const files = written.some((file) => file !== undefined) ? written : makeAlternates(fields, context)
  const kinds = new Set(files.map((file) => /^(audio|video)\//.exec(file?.type ?? '')?.[0]))
  const isVersion = (element: Element, { url, type }: Enclosure) =>
    isImage(element)
      ? url !== image && !photos.has(url)
      : versions.has(element) || (type !== undefined && kinds.has(/^(audio|video)\//.exec(type)?.[0]))
  const all = [
    ...files,
    ...allKinds(fields, ['media:peerlink']).map((element) => makeEnclosure(element, element.attributes.href, context)),
    ...media.map((element) => {
      const enclosure = makeEnclosure(element, element.attributes.url, context)
      if (enclosure === undefined || isFace(enclosure.url)) return undefined
      const alt = isImage(element) ? findAlt(element) : undefined
      return {
        ...enclosure,
        ...(isVersion(element, enclosure) ? { isVersion: true as const } : {}),
        ...(alt === undefined ? {} : { alt }),
      }
    }),
  ]
  const original = firstText(fields, ['feedburner:origenclosurelink'])
  const [first] = all
  // The original address, without FeedBurner's counter; it is given for one file only.
  if (original !== undefined && first !== undefined && all.length === 1) {
    first.url = resolveUrl(original, context.base) ?? first.url
  }
  const byUrl = new Map<string, Enclosure>()
  for (const enclosure of all) {
    const known = enclosure && byUrl.get(enclosure.url)
    if (enclosure === undefined || isFlash(enclosure)) continue
    byUrl.set(enclosure.url, {
      ...(known ?? enclosure),
      type: known?.type ?? enclosure.type,
      length: known?.length ?? enclosure.length,
      ...(enclosure.alt === undefined ? {} : { alt: enclosure.alt }),
      ...(photos.has(enclosure.url) ? { isPhoto: true as const } : {}),
    })
  }
  return [...byUrl.values()]
}

/** Podcasting 2.0 has a file in other forms; where the item has no `enclosure`, the form marked as default comes first. */
function makeAlternates(fields: Fields, context: Context): (Enclosure | undefined)[] {
  const forms = allKinds(fields, ['podcast:alternateenclosure'])
  const isDefault = ({ attributes }: Element) => attributes.default?.trim().toLowerCase() === 'true'
  return [...forms.filter(isDefault), ...forms.filter((form) => !isDefault(form))].map((form) => {
    const addresses = elementsOf(form).map(({ attributes }) => attributes.uri ?? '')
    return makeEnclosure(
      form,
      addresses.find((address) => /^https?:/i.test(address.trim())),
      context,
    )
  })
}

/** Mastodon says in `media:description` what a picture shows. */
function findAlt(element: Element): string | undefined {
  const description = elementsOf(element).find(({ name }) => name === 'media:description')
  if (description === undefined) return undefined
  const text = textOf(description)
  const plain = description.attributes.type?.trim().toLowerCase() === 'html' ? htmlToText(text) : cleanText(text)
  return cutBytes(plain.trim(), maxWords) || undefined
}

/** The default first, and samples of a file behind the whole of it. */
function sortVersions(group: readonly Element[]): Element[] {
  const rank = ({ attributes: { isdefault, expression } }: Element) =>
    isdefault?.trim().toLowerCase() === 'true' ? 0 : expression?.trim().toLowerCase() === 'sample' ? 2 : 1
  return group.toSorted((one, other) => rank(one) - rank(other))
}

/** Flash is left out: nothing plays it any more. */
function isFlash({ url, type }: Enclosure): boolean {
  return /^application\/(x-shockwave-flash|futuresplash)/.test(type ?? '') || /\.swf([?#]|$)/i.test(url)
}

/** The same files as links, so that `links` has everything that an entry points to. */
export function makeEnclosureLinks(enclosures: readonly Enclosure[]): Link[] {
  const links: Link[] = []
  for (const { url, type } of enclosures) links.push({ rel: 'enclosure', href: url, type })
  return links
}

/** Bytes as a feed writes them: digits, at times with separators; anything else is ignored. */
export function parseLength(text: string | undefined): number | undefined {
  const digits = text?.replace(/\.0+\s*$|[\s,_]/g, '') ?? ''
  const length = Number(digits)
  return /^\d+$/.test(digits) && Number.isSafeInteger(length) ? length : undefined
}

function isEnclosure(rel: string | undefined): boolean {
  return rel !== undefined && /(^|\/)enclosure$/.test(rel.trim().toLowerCase())
}

/** RSS writes a file in attributes; some feeds write the address as text, and a module of RSS 1.0 uses child elements. */
function makeWritten(element: Element, context: Context): Enclosure | undefined {
  const { url, href, 'rdf:resource': resource, resource: bare } = element.attributes
  const written = url ?? href ?? resource ?? bare
  if (written !== undefined) return makeEnclosure(element, written, context)
  const [inner] = elementsOf(element)
  if (inner === undefined) {
    const text = textOf(element).trim()
    return /^(https?:|\/)\S+$/i.test(text) ? makeEnclosure(element, text, context) : undefined
  }
  const parts = fieldsOf(inner.name === 'enclosure' ? inner : element)
  const type = firstText(parts, ['type']) ?? ''
  const length = firstText(parts, ['length']) ?? ''
  return makeEnclosure({ ...element, attributes: { type, length } }, firstText(parts, ['url']), context)
}

function makeEnclosure(element: Element, written: string | undefined, outer: Context): Enclosure | undefined {
  const url = written?.trim() ? resolveUrl(written, enterElement(element, outer).base) : undefined
  const { type, length, filesize } = element.attributes
  return url === undefined ? undefined : { url, type: parseMediaType(type), length: parseLength(length ?? filesize) }
}
