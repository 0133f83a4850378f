import type { Planet, SiteFile } from '../model.ts'
import { measurePicture } from '../pictures/measure-picture.ts'
import { cardSize } from '../render/card/draw-card.ts'
import { isWhole } from '../render/pages/is-whole.ts'
import { planCard } from '../render/pages/plan-card.ts'
import { cardPath } from '../render/paths/page-path.ts'
import type { LoadedTheme } from '../render/site/load-theme.ts'
import type { Touched } from '../render/touched.ts'
import type { CardSize } from '../render/views/view-context.ts'

type Rendering = {
  planet: Planet
  touched: Touched
  known: Set<string>
  theme: LoadedTheme
  /** The style has changed since the site was last written. */
  isRestyled: boolean
  /** The picture that was drawn when the site was last written, where it would be the same now. */
  lastCard: Uint8Array | undefined
}

/**
 * The planet's own picture: the theme's, else a drawn one. Drawing takes as long as hundreds of pages, so it is done only where everything
 * is rendered (its text is on every page) or the color has changed, and only where the result differs from before. Otherwise the picture on
 * disk stays.
 *
 * @returns its size, and the file if it is to be written; `undefined` where the planet has none
 */
export async function findCard(rendering: Rendering): Promise<{ size: CardSize; file?: SiteFile } | undefined> {
  const { planet, touched, known, theme, isRestyled, lastCard } = rendering
  const own = theme.files.find(({ path }) => path === cardPath)
  if (own !== undefined) {
    const size = measurePicture(Buffer.from(own.bytes))
    return size && { size }
  }
  if (!planet.outputs.includes('html')) return undefined
  const there = touched === 'all' ? undefined : (touched.done ?? known)
  if (there?.has(cardPath) && !isRestyled) return { size: cardSize }
  if (!isWhole(touched) && !there?.has(cardPath)) return undefined
  if (lastCard !== undefined) return { size: cardSize, file: { path: cardPath, bytes: lastCard } }
  // Most renderings draw no picture, and need not load the libraries for letters and pictures.
  const { loadLetters } = await import('../render/site/load-letters.ts')
  const { renderCard } = await import('../render/pages/render-card.ts')
  const { loadRasteriser } = await import('../render/site/load-rasteriser.ts')
  const tools = { letters: await loadLetters(), rasterise: await loadRasteriser() }
  const bytes = renderCard(planCard(planet, theme), tools)
  return bytes && { size: cardSize, file: { path: cardPath, bytes } }
}
