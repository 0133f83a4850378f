import type { Planet } from '../model.ts'
import { listFaces } from '../planet/list-faces.ts'
import { hashText } from './hash-text.ts'
import type { KnownPictures } from './open-known-pictures.ts'

/**
 * The faces that are no files of the operator's, by the feed's address: where pictures are copied (`images: cache`), the copy's path in the
 * site; otherwise the address that the feed names, if any.
 */
export async function findFaces(
  { images, subscriptions }: Planet,
  pictures: KnownPictures | undefined,
): Promise<Map<string, string>> {
  if (images === 'strip') return new Map()
  if (images === 'cache') return (await pictures?.meetFaces()) ?? new Map()
  return new Map(
    subscriptions.flatMap(({ source, about }) => {
      const face = listFaces(source, about, hashText).find(({ kind }) => kind === 'face')
      return face === undefined ? [] : [[source.url, face.address]]
    }),
  )
}
