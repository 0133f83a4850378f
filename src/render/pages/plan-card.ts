import type { Planet } from '../../model.ts'
import type { CardLook, CardWords } from '../card/draw-card.ts'
import { fitColor } from '../theme/fit-color.ts'
import type { TemplateSources } from '../theme/open-templates.ts'
import { readsFromRight } from '../views/reads-from-right.ts'

/** What the built-in themes are colored with. */
const accents = { planet: '#5b3fd6', classic: '#200080' }

/** All that the planet's own picture depends on, but for the program: where it is the same, the picture is. */
export function planCard(planet: Planet, { sources }: Pick<TemplateSources, 'sources'>): [CardWords, CardLook] {
  const { title, description = '', theme, language } = planet
  const hasMark = theme.logo === undefined && sources.get('mark.njk') === sources.get('built-in/mark.njk')
  const color = theme.color ?? accents[theme.base ?? 'planet']
  const look = { ground: fitColor(color, '#ffffff'), hasMark, fromRight: readsFromRight(language) }
  return [{ title, description, address: writeAddress(planet.url) }, look]
}

/** As people write it; nothing where the letters of its name are written in others. */
function writeAddress(url: string): string {
  const { host, pathname } = new URL(url)
  const written = `${host.replace(/^www\./, '')}${pathname.replace(/\/$/, '')}`
  return /(^|\.)xn--|%/.test(written) ? '' : written
}
