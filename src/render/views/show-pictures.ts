import type { Pictures } from '../../html/fit-picture.ts'
import { picturePath } from '../paths/picture-path.ts'
import type { ViewContext } from './view-context.ts'

/** What is known of pictures, with links from this page to our copies. */
export function showPictures({ pictures, link }: ViewContext): Pictures | undefined {
  if (pictures === undefined) return undefined
  return {
    isOurs: pictures.isOurs,
    find(address) {
      const known = pictures.find(address)
      if (known === undefined) return undefined
      const { width, height, hash, widths, moves } = known
      const copies =
        hash === undefined ? [] : widths.map((each) => ({ link: link(picturePath(hash, each)), width: each }))
      return { width, height, copies, moves }
    },
  }
}
