import type { Entry, KnownPicture } from '../model.ts'
import { listEntryPictures } from '../render/list-entry-pictures.ts'
import { picturePath } from '../render/paths/picture-path.ts'
import { hasPicture, putPicture } from '../render/site/put-picture.ts'
import type { PictureMode, PictureStore } from '../store/picture-store.ts'

/** What is known of pictures, for pages to show, and the look-ups that fill it before a page is made. */
export type KnownPictures = {
  isOurs: boolean
  find(address: string): KnownPicture | undefined
  /** Called before entries are shown: looks up what is known of their pictures, and puts copies where pages find them. */
  meet(entries: Entry[]): Promise<void>
  /** The same for the faces of feeds. @returns their paths in the site, by feed */
  meetFaces(): Promise<Map<string, string>>
  /** Hashes of the pictures that should have copies on disk and have none. */
  missing: ReadonlySet<string>
}

/** As many pictures make a generation, of which two are in memory: a page shows a few hundred. */
const generation = 10_000

/** @param folder of the site; `undefined`: nothing is written */
export function openKnownPictures(store: PictureStore, mode: PictureMode, folder: string | undefined): KnownPictures {
  let older = new Map<string, KnownPicture>()
  let newer = new Map<string, KnownPicture>()
  const missing = new Set<string>()
  /** Faces to put into the site with the first page: not before the folder is known to be ours. */
  const faces: KnownPicture[] = []
  const find = (address: string) => newer.get(address) ?? older.get(address)
  return {
    isOurs: mode === 'cache',
    missing,
    find,
    async meet(entries) {
      for (const face of faces.splice(0)) stands(face, store, folder)
      const addresses = new Set(entries.flatMap(listEntryPictures).filter((address) => find(address) === undefined))
      if (addresses.size === 0) return
      if (newer.size > generation) [older, newer] = [newer, new Map()]
      for (const [address, known] of await store.find([...addresses])) {
        if (stands(known, store, folder)) newer.set(address, known)
        else missing.add(known.hash ?? '')
      }
    },
    async meetFaces() {
      const paths = new Map<string, string>()
      // A feed's own face comes last, so that it replaces the icon of its site.
      const known = (await store.faces()).sort((a, b) => (a.kind === b.kind ? 0 : a.kind === 'face' ? 1 : -1))
      for (const { feed, state, picture } of known) {
        const [width] = picture.widths
        if (state !== 'kept' || picture.hash === undefined || width === undefined) continue
        const file = picturePath(picture.hash, width)
        if (hasPicture(store.files.placeOf(picture.hash, width), file, folder)) {
          paths.set(feed, file)
          faces.push(picture)
        } else missing.add(picture.hash)
      }
      return paths
    },
  }
}

/** Put all copies of a picture into the site. @returns whether they are there */
function stands({ hash, widths }: KnownPicture, { files }: PictureStore, folder: string | undefined): boolean {
  if (hash === undefined || folder === undefined) return true
  return widths.every((width) => putPicture(files.placeOf(hash, width), picturePath(hash, width), folder))
}
