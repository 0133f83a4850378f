import type { Attributes } from 'sanitize-html'
import { findOwn } from '../../../text/find-own.ts'
import { parseLanguage } from './parse-language.ts'
import { resolveSrcset } from './resolve-srcset.ts'
import { resolveImageUrl, resolveUrl } from './resolve-url.ts'

type Cleaner = (value: string, base: string) => string | undefined

const link: Cleaner = (value, base) => resolveUrl(value, base)
const webLink: Cleaner = (value, base) => {
  // Nothing, as a link, leads to the page itself; as a picture it is none.
  const url = value.trim() === '' ? undefined : resolveUrl(value, base)
  return url !== undefined && /^https?:/.test(url) ? url : undefined
}
const matching =
  (pattern: RegExp): Cleaner =>
  (value) =>
    pattern.test(value.trim()) ? value.trim() : undefined
const wholeNumber = matching(/^\d{1,5}$/)
/** Pixels, as browsers read them: a fraction and "px" are passed over (HTML, section 2.3.4.2). */
const pixels: Cleaner = (value) => /^\s*(\d{1,5})(\.\d*)?(px)?\s*$/i.exec(value)?.[1]
const anyNumber = matching(/^-?\d{1,5}$/)
const plain: Cleaner = (value) => value

/** How the value of an attribute is made safe; an attribute that is not named here is dropped. */
const cleaners = new Map<string, Cleaner>(
  Object.entries({
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
    width: pixels,
    height: pixels,
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
  }),
)

/** Where scripts that load pictures late find the address. */
const lazySources = ['data-src', 'data-lazy-src', 'data-original']
const lazySets = ['data-srcset', 'data-lazy-srcset']

/** The attributes of one element with safe values only; whether they may stand on it is the policy's matter. */
export function cleanAttributes(tag: string, attributes: Attributes, base: string): Attributes {
  const kept = Object.entries(attributes).flatMap(([name, value]) => {
    const cleaner = tag === 'img' && name === 'src' ? resolveImageUrl : cleaners.get(name)
    const safe = cleaner?.(value, base)
    return safe === undefined ? [] : [[name, safe]]
  })
  const clean: Attributes = Object.fromEntries(kept)
  // What links within a post led to before there were ids.
  const anchor =
    tag === 'a' && attributes.id === undefined ? cleaners.get('id')?.(attributes.name ?? '', base) : undefined
  if (anchor !== undefined) clean.id = anchor
  if (tag === 'img' || tag === 'source') return { ...clean, ...findLazy(clean, attributes, base) }
  return clean
}

/** The picture that a script would have put in the place of none, or of one that stands in the feed itself. */
function findLazy(clean: Attributes, attributes: Attributes, base: string): Attributes {
  const first = (names: string[]) =>
    names.map((name) => findOwn(attributes, name)).find((value) => value !== undefined) ?? ''
  const isWaiting = clean.src === undefined || clean.src.startsWith('data:')
  const src = isWaiting ? webLink(first(lazySources), base) : undefined
  const srcset = clean.srcset === undefined ? resolveSrcset(first(lazySets), base) : undefined
  return { ...(src === undefined ? {} : { src }), ...(srcset === undefined ? {} : { srcset }) }
}
