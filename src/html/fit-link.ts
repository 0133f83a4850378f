import { resolveUrl } from '../text/resolve-url.ts'

/** The address of a link of a post, without the blanks that telephone numbers have for people. */
export function fitLink(href: string, base: string | undefined): string | undefined {
  const url = resolveUrl(href, base)
  return url?.startsWith('tel:') ? url.replace(/%20/g, '') : url
}
