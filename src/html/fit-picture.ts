/** A picture that is known: its size as it is looked at, in pixels, and where our copies of it are; none: it is shown from where it is. */
export type ShownPicture = {
  width: number
  height: number
  copies: { link: string; width: number }[]
  /** Our copy is the first of several pictures. */
  moves?: boolean
}

/** What is known of the pictures of a page. */
export type Pictures = {
  /** Nothing is shown but our copies. */
  isOurs: boolean
  find(address: string): ShownPicture | undefined
}

/** Of the column that entries stand in; on a narrow screen, the screen. */
const column = { rem: '48rem', pixels: 768 }

/**
 * Say of a picture how large it is, so that nothing moves when it comes, and where our copies are. The size that its author wanted stays;
 * what is missing of it is found from the picture's own.
 *
 * @param given attributes of an `img`; changed in place
 */
export function fitPicture(given: Map<string, string>, { width, height, copies }: ShownPicture): void {
  const ownWidth = readPixels(given.get('width'))
  const ownHeight = readPixels(given.get('height'))
  if (ownWidth !== undefined || ownHeight === undefined) {
    const shown = ownWidth ?? width
    // Both as they were written may not fit together, and browsers reserve what they say.
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
