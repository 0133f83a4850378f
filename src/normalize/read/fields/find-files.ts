import type { Enclosure } from '../../../model.ts'
import { allKinds, type Element, type Fields, hasKind } from '../xml/element.ts'
import type { Context } from '../xml/enter-element.ts'
import { findPhotos, findPicture } from './find-picture.ts'
import { makeEnclosures } from './make-enclosures.ts'

/** Elements that name a picture or a file of an entry, apart from links. */
// biome-ignore format: grouped in rows
const names: ReadonlySet<string> = new Set([
  'enclosure', 'atom:enclosure', 'image', 'thumbnail', 'itunes:image', 'googleplay:image',
  'media:group', 'media:content', 'media:thumbnail', 'media:peerlink',
  'podcast:image', 'podcast:images', 'podcast:alternateenclosure',
])

/**
 * The picture and the files that a feed gives an entry outside of its text. Most entries have none: these are not searched for each way to
 * write one.
 *
 * @param covers see `findPicture`
 */
export function findFiles(
  own: Fields,
  context: Context,
  covers: ReadonlySet<string>,
): { image: string | undefined; enclosures: Enclosure[] } {
  const fields = withRemoteContent(own)
  if (!hasKind(fields, names) && !hasLinkedFile(fields)) return { image: undefined, enclosures: [] }
  const image = findPicture(fields, context, covers)
  return { image, enclosures: makeEnclosures(fields, context, image, findPhotos(fields, context)) }
}

function hasLinkedFile(fields: Fields): boolean {
  return allKinds(fields, ['atom:link', 'link']).some(({ attributes }) => /enclosure/i.test(attributes.rel ?? ''))
}

/** Content that is a picture, a film or a sound elsewhere (RFC 4287, section 4.1.3.2) is a file of the entry. */
function withRemoteContent(fields: Fields): Fields {
  const contents = fields.get('atom:content')
  if (contents === undefined || !contents.some(isRemote)) return fields
  const files = contents.filter(isRemote).map(({ attributes }): Element => {
    const { src = '', ...others } = attributes
    return { name: 'atom:enclosure', attributes: { ...others, href: src }, children: [] }
  })
  return new Map(fields).set('atom:enclosure', [...allKinds(fields, ['atom:enclosure']), ...files])
}

function isRemote({ attributes }: Element): boolean {
  return attributes.src !== undefined && /^\s*(image|audio|video)\//i.test(attributes.type ?? '')
}
