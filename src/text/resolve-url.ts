import { makeIri } from './make-iri.ts'
import { parseUrl } from './parse-url.ts'
import { resolvePlainUrl } from './resolve-plain-url.ts'

/** The schemes that a link may have; links with others are dropped. */
export const linkSchemes = ['http', 'https', 'mailto', 'xmpp', 'tel', 'geo', 'magnet', 'gemini'] as const

const schemes: ReadonlySet<string> = new Set(linkSchemes.map((scheme) => `${scheme}:`))

/** Longer texts are no addresses but attacks, or pictures in the wrong place. */
const longest = 8192

/** Raster images only: an SVG image may hold scripts. */
const rasterImage = /^data:image\/(png|jpe?g|gif|webp|avif|bmp|x-icon|vnd\.microsoft\.icon);base64,[a-z0-9+/=\s]+$/i

/**
 * A link of a feed, absolute, safe, and one that HTML and Atom allow: white space, IRIs, IDN, blanks and lone percent signs are put right
 * as browsers do (WHATWG URL), characters that a URI must not hold are escaped, `feed:` is removed from the address behind it. An ampersand
 * that was escaped too often is unescaped: no query has a field called "amp;b". A link that begins with "www." names a host, not a file
 * beside the page; of "https://https://" one is meant, and "https//" lacks its colon.
 *
 * @param base the address that relative links are resolved against; without it they are dropped
 * @returns `undefined` where it is no address, or its scheme may run something
 */
export function resolveUrl(href: string, base: string | undefined): string | undefined {
  if (href.length > longest) return undefined
  const plain = resolvePlainUrl(href, base)
  if (plain !== undefined) return plain
  const text = joinBroken(href.trim())
    .replace(/^feed:(?=https?:)/i, '')
    .replace(/^feed:(\/\/)?/i, 'http://')
    .replace(/&((amp|#0*38|#x0*26);)+/gi, '&')
    .replace(/^(?:https?:\/\/)+(?=https?:?\/\/)/i, '')
    .replace(/^(https?)(?=\/\/)/i, '$1:')
    .replace(/^(?=www\.[\w-]+\.[a-z])/i, base === undefined ? 'http://' : '//')
  const url = parseUrl(text, base)
  return url !== undefined && schemes.has(url.protocol) && hasName(url) ? makeIri(writeOpenly(url)) : undefined
}

/**
 * Whether its host is a valid name (RFC 1035, section 2.3.4): no part is empty or longer than 63 characters, and the whole not longer than
 * 253.
 */
function hasName({ protocol, hostname }: URL): boolean {
  return !protocol.startsWith('http') || !/^\.|\.\.|[^.]{64}|.{253}[^.]/.test(hostname)
}

/** Join an address that was broken into lines, without the blanks around their ends. */
function joinBroken(text: string): string {
  return /[\r\n]/.test(text)
    ? text
        .split(/[\r\n]+/)
        .map((line) => line.trim())
        .join('')
    : text
}

/** Write an address without name and password: they are nobody's business, and may look like another host. */
function writeOpenly(url: URL): string {
  if (url.username === '' && url.password === '') return url.href
  const open = new URL(url)
  open.username = ''
  open.password = ''
  return open.href
}

/** `resolveUrl` for http(s) addresses only. Empty, it is `undefined`: an empty link would lead to the page itself, and is no picture. */
export function resolveWebUrl(address: string, base: string | undefined): string | undefined {
  const url = address.trim() === '' ? undefined : resolveUrl(address, base)
  return url !== undefined && /^https?:/.test(url) ? url : undefined
}

/** The address of a picture: an http(s) address, or a `data:` address that holds a raster image. */
export function resolveImageUrl(src: string, base: string | undefined): string | undefined {
  const text = src.trim()
  if (!/^data:/i.test(text)) return resolveWebUrl(text, base)
  return rasterImage.test(text) ? text.replace(/\s+/g, '') : undefined
}
