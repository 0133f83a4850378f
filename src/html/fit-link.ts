import { resolveUrl } from '../text/resolve-url.ts'

/** A link of a post. Blanks between the digits of a telephone number are for people. */
export function fitLink(href: string, base: string | undefined): string | undefined {
  const url = resolveUrl(href, base)
  return url?.startsWith('tel:') ? url.replace(/%20/g, '') : url
}
