import type { Planet } from '../../model.ts'
import { drawCard } from '../card/draw-card.ts'
import type { Letters } from '../card/open-letters.ts'
import { fitColor } from '../theme/fit-color.ts'
import type { TemplateSources } from '../theme/open-templates.ts'
import { readsFromRight } from '../views/reads-from-right.ts'

/** What the built-in themes are colored with. */
const accents = { planet: '#5b3fd6', classic: '#200080' }

export type CardTools = { letters: Letters; rasterise: (svg: string) => Uint8Array }

/** Who works on a theme has all rendered again and again: the picture is the same as long as what stands on it is. */
let last: { key: string; card: Uint8Array | undefined } | undefined

/**
 * The planet's own picture, for where its pages are shared, in its color. PNG, since beside JPEG it is what all read who show
 * such pictures; SVG none of them.
 *
 * @returns PNG; `undefined` where we have letters neither for its title nor may show our mark
 */
export function renderCard(planet: Planet, { sources }: TemplateSources, tools: CardTools): Uint8Array | undefined {
  const { title, description = '', theme, language } = planet
  const hasMark = theme.logo === undefined && sources.get('mark.njk') === sources.get('built-in/mark.njk')
  const color = theme.color ?? accents[theme.base ?? 'planet']
  const look = { ground: fitColor(color, '#ffffff'), hasMark, fromRight: readsFromRight(language) }
  const words = { title, description, address: writeAddress(planet.url) }
  const key = JSON.stringify([words, look])
  if (last?.key !== key) {
    const drawing = drawCard(words, look, tools.letters)
    last = { key, card: drawing === undefined ? undefined : tools.rasterise(drawing) }
  }
  return last.card
}

/** As people write it; nothing where the letters of its name are written in others. */
function writeAddress(url: string): string {
  const { host, pathname } = new URL(url)
  const written = `${host.replace(/^www\./, '')}${pathname.replace(/\/$/, '')}`
  return /(^|\.)xn--|%/.test(written) ? '' : written
}
