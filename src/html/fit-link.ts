import { makeIri } from '../text/make-iri.ts'
import { resolveImageUrl, resolveUrl, resolveWebUrl } from '../text/resolve-url.ts'

/** A link as HTML allows it (WHATWG URL): what must be escaped is, and it tells nobody's name and password. */
export function fitLink(href: string, base: string | undefined): string | undefined {
  return fit(resolveUrl(href, base))
}

/** The same of the web only. */
export function fitWebLink(address: string, base: string | undefined): string | undefined {
  return fit(resolveWebUrl(address, base))
}

/** The same of a picture, which may stand in its address. */
export function fitPictureAddress(address: string, base: string | undefined): string | undefined {
  const url = resolveImageUrl(address, base)
  return url === undefined || /^data:/i.test(url) ? url : fit(url)
}

function fit(url: string | undefined): string | undefined {
  if (url === undefined) return undefined
  // Blanks between the digits of a number are for people.
  if (url.startsWith('tel:')) return makeIri(url.replace(/(?:\s|%20)+/g, ''))
  return makeIri(withoutCredentials(url))
}

function withoutCredentials(href: string): string {
  if (!/^[a-z]+:\/\/[^/?#]*@/.test(href)) return href
  const url = new URL(href)
  url.username = ''
  url.password = ''
  return url.href
}
