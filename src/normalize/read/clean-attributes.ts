import type { Attributes } from 'sanitize-html'
import { parseLanguage } from './parse-language.ts'
import { resolveSrcset } from './resolve-srcset.ts'
import { resolveImageUrl, resolveUrl } from './resolve-url.ts'

type Cleaner = (value: string, base: string) => string | undefined

const link: Cleaner = (value, base) => resolveUrl(value, base)
const webLink: Cleaner = (value, base) => {
  const url = resolveUrl(value, base)
  return url !== undefined && /^https?:/.test(url) ? url : undefined
}
const matching =
  (pattern: RegExp): Cleaner =>
  (value) =>
    pattern.test(value.trim()) ? value.trim() : undefined
const wholeNumber = matching(/^\d{1,5}$/)
const anyNumber = matching(/^-?\d{1,5}$/)
const plain: Cleaner = (value) => value

/** How the value of an attribute is made safe; an attribute that is not named here is dropped. */
const cleaners: Record<string, Cleaner> = {
  href: link,
  cite: webLink,
  poster: webLink,
  src: webLink,
  srcset: resolveSrcset,
  class: (value) =>
    value
      .split(/\s+/)
      .filter((name) => /^language-[\w+#.-]+$/.test(name))
      .join(' ') || undefined,
  lang: parseLanguage,
  hreflang: parseLanguage,
  dir: matching(/^(ltr|rtl|auto)$/i),
  id: matching(/^[^\s"'<>&]{1,200}$/),
  width: wholeNumber,
  height: wholeNumber,
  colspan: wholeNumber,
  rowspan: wholeNumber,
  span: wholeNumber,
  start: anyNumber,
  value: anyNumber,
  scope: matching(/^(row|col|rowgroup|colgroup)$/i),
  datetime: matching(/^[\w:.+ -]{1,40}$/),
  sizes: matching(/^[\w\s().,:%<>=+*/-]{1,500}$/),
  media: matching(/^[\w\s().,:%/-]{1,200}$/),
  type: matching(/^[\w.+-]+(\/[\w.+-]+)?(;[^<>"]*)?$/),
  open: () => '',
  reversed: () => '',
  title: plain,
  alt: plain,
  abbr: plain,
}

/** The attributes of one element with safe values only; whether they may stand on it is the policy's matter. */
export function cleanAttributes(tag: string, attributes: Attributes, base: string): Attributes {
  const clean: Attributes = {}
  for (const [name, value] of Object.entries(attributes)) {
    const cleaner = tag === 'img' && name === 'src' ? resolveImageUrl : cleaners[name]
    const kept = cleaner?.(value, base)
    if (kept !== undefined) clean[name] = kept
  }
  // What links within a post led to before there were ids.
  const anchor = tag === 'a' && attributes.id === undefined ? cleaners.id?.(attributes.name ?? '', base) : undefined
  if (anchor !== undefined) clean.id = anchor
  // Pictures that a script would have put in place later.
  const lazy = attributes['data-src'] ?? attributes['data-lazy-src'] ?? attributes['data-original']
  if (tag === 'img' && lazy !== undefined && (clean.src === undefined || clean.src.startsWith('data:'))) {
    const src = resolveImageUrl(lazy, base)
    if (src !== undefined) clean.src = src
  }
  return clean
}
