import { makeIri } from './make-iri.ts'
import { parseUrl } from './parse-url.ts'
import { resolvePlainUrl } from './resolve-plain-url.ts'

/** What a link may lead to; everything else is dropped. */
export const linkSchemes = ['http', 'https', 'mailto', 'xmpp', 'tel', 'geo', 'magnet', 'gemini'] as const

const schemes: ReadonlySet<string> = new Set(linkSchemes.map((scheme) => `${scheme}:`))

/** Longer ones are no addresses but attacks, or pictures in the wrong place. */
const longest = 8192

/** Raster images only: an SVG image may hold scripts. */
const rasterImage = /^data:image\/(png|jpe?g|gif|webp|avif|bmp|x-icon|vnd\.microsoft\.icon);base64,[a-z0-9+/=\s]+$/i

/**
 * A link of a feed, absolute, safe, and one that HTML and Atom allow: white space, IRIs, IDN, blanks and lone percent signs are put
 * right as browsers do (WHATWG URL), what a URI must not hold is escaped, `feed:` stands for the address behind it. An ampersand that was
 * escaped once too often is one: no query has a field called "amp;b". What begins with "www." is a host, and no file beside the page.
 *
 * @param base where relative links count from; without one they lead nowhere
 * @returns `undefined` for what is no address, or of a scheme that may run something
 */
export function resolveUrl(href: string, base: string | undefined): string | undefined {
  if (href.length > longest) return undefined
  const plain = resolvePlainUrl(href, base)
  if (plain !== undefined) return plain
  const text = joinBroken(href.trim())
    .replace(/^feed:(?=https?:)/i, '')
    .replace(/^feed:(\/\/)?/i, 'http://')
    .replace(/&(amp|#0*38|#x0*26);/gi, '&')
    .replace(/^(?=www\.[\w-]+\.[a-z])/i, base === undefined ? 'http://' : '//')
  const url = parseUrl(text, base)
  return url !== undefined && schemes.has(url.protocol) && hasName(url) ? makeIri(writeOpenly(url)) : undefined
}

/** Whether its host may be asked for (RFC 1035, section 2.3.4): no part of the name is empty, or longer than 63 signs, and all of it 253. */
function hasName({ protocol, hostname }: URL): boolean {
  return !protocol.startsWith('http') || !/^\.|\.\.|[^.]{64}|.{253}[^.]/.test(hostname)
}

/** An address that was broken into lines is one, without the blanks around their ends. */
function joinBroken(text: string): string {
  return /[\r\n]/.test(text)
    ? text
        .split(/[\r\n]+/)
        .map((line) => line.trim())
        .join('')
    : text
}

/** It tells nobody's name and password, and pretends to be of no other host. */
function writeOpenly(url: URL): string {
  if (url.username === '' && url.password === '') return url.href
  const open = new URL(url)
  open.username = ''
  open.password = ''
  return open.href
}

/** The same of the web only. Nothing, as a link, leads to the page itself; as a picture it is none. */
export function resolveWebUrl(address: string, base: string | undefined): string | undefined {
  const url = address.trim() === '' ? undefined : resolveUrl(address, base)
  return url !== undefined && /^https?:/.test(url) ? url : undefined
}

/** The address of a picture: one of the web, or a raster image that stands in the feed itself. */
export function resolveImageUrl(src: string, base: string | undefined): string | undefined {
  const text = src.trim()
  if (!/^data:/i.test(text)) return resolveWebUrl(text, base)
  return rasterImage.test(text) ? text.replace(/\s+/g, '') : undefined
}
