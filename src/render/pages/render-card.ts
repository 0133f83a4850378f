import { type CardLook, type CardWords, drawCard } from '../card/draw-card.ts'
import type { Letters } from '../card/open-letters.ts'

export type CardTools = { letters: Letters; rasterise: (svg: string) => Uint8Array }

/** Who works on a theme has all rendered again and again: the picture is the same as long as what stands on it is. */
let last: { key: string; card: Uint8Array | undefined } | undefined

/**
 * The planet's own picture, for where its pages are shared, in its color. PNG, since beside JPEG it is what all read who show
 * such pictures; SVG none of them.
 *
 * @returns PNG; `undefined` where we have letters neither for its title nor may show our mark
 */
export function renderCard([words, look]: [CardWords, CardLook], tools: CardTools): Uint8Array | undefined {
  const key = JSON.stringify([words, look])
  if (last?.key !== key) {
    const drawing = drawCard(words, look, tools.letters)
    last = { key, card: drawing === undefined ? undefined : tools.rasterise(drawing) }
  }
  return last.card
}
