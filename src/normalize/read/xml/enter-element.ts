import { resolveUrl } from '../../../text/resolve-url.ts'
import type { Attributes } from './element.ts'

/** The base of links and the language at a place in a feed, from the nearest element around it. */
export type Context = {
  base: string
  language: string | undefined
  /** The base comes from `xml:base`; else it is the feed's own address. */
  isBased?: true
}

/** The context inside an element: `xml:base` (XML Base) is relative to the outer base, an empty `xml:lang` ends the outer language. */
export function enterElement({ attributes }: { attributes: Attributes }, outer: Context): Context {
  const base = attributes['xml:base']
  const language = attributes['xml:lang']
  if (base === undefined && language === undefined) return outer
  return {
    base: base === undefined ? outer.base : (resolveUrl(base, outer.base) ?? outer.base),
    language: language === undefined ? outer.language : language.trim() || undefined,
    ...(base !== undefined || outer.isBased ? { isBased: true as const } : {}),
  }
}
