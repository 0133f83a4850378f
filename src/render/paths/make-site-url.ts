import type { Planet } from '../../model.ts'
import { remember } from '../../text/remember.ts'
import { encodePath } from './page-path.ts'

/** The address of a file of the site: absolute, since feeds are copied elsewhere, where relative addresses would lead nowhere. */
export function makeSiteUrl(path: string, { url }: Pick<Planet, 'url'>): string {
  return new URL(encodePath(path), url).href
}

/** The address of a page: a folder stands for the `index.html` in it. Each entry of a feed leads to the page of its day. */
export function makePageUrl(path: string, { url }: Pick<Planet, 'url'>): string {
  return openPageUrls(url)(path)
}

const openPageUrls = remember((url: string) =>
  remember((path: string) => makeSiteUrl(path, { url }).replace(/index\.html$/, ''), 1000),
)
