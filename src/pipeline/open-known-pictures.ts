import type { Entry, KnownPicture } from '../model.ts'
import { listEntryPictures } from '../render/list-entry-pictures.ts'
import { picturePath } from '../render/paths/picture-path.ts'
import { hasPicture, putPicture } from '../render/site/put-picture.ts'
import type { PictureMode, PictureStore } from '../store/picture-store.ts'

/** What pages are told of pictures, as far as they are known, and who looks them up before a page is made. */
export type KnownPictures = {
  isOurs: boolean
  find(address: string): KnownPicture | undefined
  /** Entries are about to be shown: what is known of their pictures is looked up, and copies are put where pages find them. */
  meet(entries: Entry[]): Promise<void>
  /** The same for the faces of feeds. @returns their paths in the site, by feed */
  meetFaces(): Promise<Map<string, string>>
  /** Hashes of those that should have copies and have none. */
  missing: ReadonlySet<string>
}

/** Pictures that are known at once: those of a page are a few hundred. */
const generation = 10_000

/** @param folder of the site; `undefined`: nothing is written */
export function openKnownPictures(store: PictureStore, mode: PictureMode, folder: string | undefined): KnownPictures {
  let older = new Map<string, KnownPicture>()
  let newer = new Map<string, KnownPicture>()
  const missing = new Set<string>()
  /** Put into the site with the first page, not before it is known to be ours. */
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
      // The feed's own goes before its site's.
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

/** Whether all copies are in the site; they are put there. */
function stands({ hash, widths }: KnownPicture, { files }: PictureStore, folder: string | undefined): boolean {
  if (hash === undefined || folder === undefined) return true
  return widths.every((width) => putPicture(files.placeOf(hash, width), picturePath(hash, width), folder))
}
