/**
 * A picture that is known: its own size as it is seen, in pixels, and its copies on this site; without copies it is shown from its own
 * address.
 */
export type ShownPicture = {
  width: number
  height: number
  copies: { link: string; width: number }[]
  /** Our copy is the first of several pictures. */
  moves?: boolean
}

/** What is known of the pictures of a page. */
export type Pictures = {
  /** Only our copies are shown. */
  isOurs: boolean
  find(address: string): ShownPicture | undefined
}

/** The width of the column of entries; on a narrow screen, that of the screen. */
const column = { rem: '48rem', pixels: 768 }

/**
 * Add the size of a picture, so that nothing moves when it loads, and the addresses of our copies. The size that its author gave stays; a
 * missing width or height follows from the picture's own.
 *
 * @param given attributes of an `img`; changed in place
 */
export function fitPicture(given: Map<string, string>, { width, height, copies }: ShownPicture): void {
  const ownWidth = readPixels(given.get('width'))
  const ownHeight = readPixels(given.get('height'))
  if (ownWidth !== undefined || ownHeight === undefined) {
    const shown = ownWidth ?? width
    // Width and height as written may not match the picture, and browsers reserve that space.
    given.set('width', String(shown))
    given.set('height', String(Math.max(1, Math.round((shown * height) / width))))
  } else {
    given.set('width', String(Math.max(1, Math.round((ownHeight * width) / height))))
  }
  const largest = copies.at(-1)
  if (largest === undefined) return
  given.set('src', largest.link)
  given.delete('srcset')
  given.delete('sizes')
  if (copies.length === 1) return
  const least = Math.min(Number(given.get('width')), largest.width)
  given.set('srcset', copies.map((copy) => `${copy.link} ${copy.width}w`).join(', '))
  given.set(
    'sizes',
    least < column.pixels
      ? `(max-width: ${least}px) 100vw, ${least}px`
      : `(max-width: ${column.rem}) 100vw, ${column.rem}`,
  )
}

function readPixels(value: string | undefined): number | undefined {
  return /^[1-9]\d{0,4}$/.test(value ?? '') ? Number(value) : undefined
}
