import type { Planet } from '../../model.ts'
import type { CardLook, CardWords } from '../card/draw-card.ts'
import { fitColor } from '../theme/fit-color.ts'
import type { TemplateSources } from '../theme/open-templates.ts'
import { readsFromRight } from '../views/reads-from-right.ts'

/** What the built-in themes are colored with. */
const accents = { planet: '#5b3fd6', classic: '#200080' }

/** Everything on which the planet's own picture depends, apart from the program: where these values are the same, so is the picture. */
export function planCard(planet: Planet, { sources }: Pick<TemplateSources, 'sources'>): [CardWords, CardLook] {
  const { title, description = '', theme, language } = planet
  const hasMark = theme.logo === undefined && sources.get('mark.njk') === sources.get('built-in/mark.njk')
  const color = theme.color ?? accents[theme.base ?? 'planet']
  const look = { ground: fitColor(color, '#ffffff'), hasMark, fromRight: readsFromRight(language) }
  return [{ title, description, address: writeAddress(planet.url) }, look]
}

/** The address as people write it; empty where a part is encoded (punycode, percent signs). */
function writeAddress(url: string): string {
  const { host, pathname } = new URL(url)
  const written = `${host.replace(/^www\./, '')}${pathname.replace(/\/$/, '')}`
  return /(^|\.)xn--|%/.test(written) ? '' : written
}
