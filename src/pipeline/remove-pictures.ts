import { picturePath } from '../render/paths/picture-path.ts'
import { deleteFiles } from '../render/site/write-site.ts'
import type { PictureStore } from '../store/picture-store.ts'

/**
 * Delete copies of pictures that no page shows any more, in the site and in the state: called after the pages that showed them were written
 * again.
 */
export async function removePictures(store: PictureStore, folder: string): Promise<void> {
  const gone = await store.gone()
  if (gone.length === 0) return
  await deleteFiles(
    gone.flatMap(({ hash, widths }) => widths.map((width) => picturePath(hash, width))),
    folder,
  )
  for (const { hash, widths } of gone) store.files.remove(hash, widths)
  await store.forgetGone()
}
