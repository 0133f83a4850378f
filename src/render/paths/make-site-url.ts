import type { Planet } from '../../model.ts'
import { encodePath } from './page-path.ts'

/** The address of a file of the site: feeds travel, so that only absolute ones lead anywhere. */
export function makeSiteUrl(path: string, { url }: Pick<Planet, 'url'>): string {
  return new URL(encodePath(path), url).href
}

/** The address of a page: a folder stands for the `index.html` in it. */
export function makePageUrl(path: string, planet: Pick<Planet, 'url'>): string {
  return makeSiteUrl(path, planet).replace(/index\.html$/, '')
}
