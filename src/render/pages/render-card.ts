import { type CardLook, type CardWords, drawCard } from '../card/draw-card.ts'
import type { Letters } from '../card/open-letters.ts'

export type CardTools = { letters: Letters; rasterise: (svg: string) => Uint8Array }

/** Somebody working on a theme renders everything again and again: the last picture is reused while its words and look are the same. */
let last: { key: string; card: Uint8Array | undefined } | undefined

/**
 * The planet's own picture, in its color, shown where its pages are shared. PNG, since every program that shows such pictures reads PNG and
 * JPEG, and none SVG.
 *
 * @returns PNG; `undefined` where we have no letters for the title and may not show our mark either
 */
export function renderCard([words, look]: [CardWords, CardLook], tools: CardTools): Uint8Array | undefined {
  const key = JSON.stringify([words, look])
  if (last?.key !== key) {
    const drawing = drawCard(words, look, tools.letters)
    last = { key, card: drawing === undefined ? undefined : tools.rasterise(drawing) }
  }
  return last.card
}
