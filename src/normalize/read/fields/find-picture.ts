import { findMediaType } from '../../../text/find-media-type.ts'
import { resolveWebUrl } from '../../../text/resolve-url.ts'
import { allKinds, type Element, elementsOf, type Fields, fieldsOf, firstText, textOf } from '../xml/element.ts'
import { type Context, enterElement } from '../xml/enter-element.ts'
import { findCovers } from './find-covers.ts'
import { parseMediaType } from './parse-media-type.ts'

/**
 * A picture wider than `widest` is for printing; one narrower than `narrowest` is an icon, a face (GitLab's have 40 pixels), or counts
 * readers.
 */
const widest = 1200
const narrowest = 49

/** A picture with a known width below this is no better than one without. */
const wide = 300

type Picture = { url: string; width: number | undefined }

/**
 * The picture that a feed gives for an entry outside its text: the widest up to 1200 pixels of Media RSS's pictures and thumbnails, also in
 * groups, and of image enclosures; else the first without a width, else the narrowest; failing all, the picture of an episode.
 *
 * @param covers pictures of the whole podcast, which many repeat in every episode: none of them counts as the entry's
 */
export function findPicture(fields: Fields, context: Context, covers: ReadonlySet<string>): string | undefined {
  const grouped = allKinds(fields, ['media:group']).flatMap(elementsOf)
  const contents = [...allKinds(fields, ['media:content']), ...grouped.filter(({ name }) => name === 'media:content')]
  const inside = [...grouped, ...contents.flatMap(elementsOf)]
  const thumbnails = [
    ...allKinds(fields, ['media:thumbnail']),
    ...inside.filter(({ name }) => name === 'media:thumbnail'),
  ].map((element) => withAddress(element, textOf(element).trim()))
  const files = allKinds(fields, ['enclosure', 'atom:enclosure', 'atom:link', 'link']).filter(isFile)
  const all = [...[...contents, ...files].filter(isImage), ...thumbnails]
  const chosen = choose(all.flatMap((element) => makePicture(element, context)))
  const others = [...findOwnImages(fields, context), ...findCovers(fields, context)]
  return chosen ?? others.find((url) => !covers.has(url))
}

/** Elements that RSS defines for channels only, and many items have as well, with the address as text, in a child, or in an attribute. */
function findOwnImages(fields: Fields, context: Context): string[] {
  return allKinds(fields, ['image', 'thumbnail']).flatMap((element) => {
    const inner = elementsOf(element).length > 0 ? firstText(fieldsOf(element), ['url']) : textOf(element).trim()
    return makePicture(withAddress(element, inner), context).map(({ url }) => url)
  })
}

/** The element with an address as its `url`, where the address was written as text. */
function withAddress(element: Element, inner: string | undefined): Element {
  const isAddress = inner !== undefined && /^(https?:|\/)\S+$/i.test(inner)
  return isAddress ? { ...element, attributes: { url: inner, ...element.attributes } } : element
}

/**
 * Pictures outside the text that are shown together: image enclosures, and Media RSS's pictures of a post without a title, as Mastodon
 * writes them. Pictures with widths are sizes of one picture, and beside a title they illustrate the text, somewhere.
 *
 * @returns their addresses; empty where there are fewer than two
 */
export function findPhotos(fields: Fields, context: Context): ReadonlySet<string> {
  const files = allKinds(fields, ['enclosure', 'atom:enclosure', 'atom:link', 'link']).filter(isFile)
  const isUntitled = firstText(fields, ['title', 'atom:title']) === undefined
  const media = isUntitled ? allKinds(fields, ['media:content']) : []
  const pictures = [...files, ...media].filter(isImage).flatMap((element) => makePicture(element, context))
  const urls = new Set(pictures.filter(({ width }) => width === undefined).map(({ url }) => url))
  return urls.size > 1 ? urls : new Set()
}

function choose(pictures: readonly Picture[]): string | undefined {
  const widths = (picture: Picture) => picture.width ?? 0
  const sorted = pictures.filter(({ width }) => width !== undefined).sort((a, b) => widths(b) - widths(a))
  const best = sorted.find((picture) => widths(picture) <= widest)
  const unsaid = pictures.find(({ width }) => width === undefined)
  if (best !== undefined && (widths(best) >= wide || unsaid === undefined)) return best.url
  return (unsaid ?? best ?? sorted.at(-1))?.url
}

function isFile({ name, attributes }: Element): boolean {
  return name.endsWith('enclosure') || /(^|\/)enclosure$/i.test(attributes.rel?.trim() ?? '')
}

/** Whether an element declares an image, or declares nothing that says what it is and its address ends like an image's. */
export function isImage({ attributes }: Element): boolean {
  const { medium, type } = attributes
  if (medium !== undefined) return medium.trim().toLowerCase() === 'image'
  return findMediaType(attributes.url ?? attributes.href ?? '', parseMediaType(type))?.startsWith('image/') === true
}

function makePicture(element: Element, outer: Context): Picture[] {
  const { attributes } = element
  const written = attributes.url ?? attributes.href ?? attributes['rdf:resource'] ?? attributes.resource ?? ''
  const url = resolveWebUrl(written, enterElement(element, outer).base)
  const width = sizeOf(attributes.width)
  const height = sizeOf(attributes.height)
  const isSmall = [width, height].some((size) => size !== undefined && size < narrowest)
  return url === undefined || isSmall || isFace(url) ? [] : [{ url, width }]
}

/** Whether a picture is the face of the author, as WordPress adds it: that is no picture of the entry. */
export function isFace(url: string): boolean {
  return /^https?:\/\/[\w.-]*gravatar\.com\//.test(url)
}

function sizeOf(text: string | undefined): number | undefined {
  const [digits] = /^\d{1,5}/.exec(text?.trim() ?? '') ?? []
  return digits === undefined || Number(digits) === 0 ? undefined : Number(digits)
}
