import { resolveUrl } from '../../../text/resolve-url.ts'
import type { Attributes } from './element.ts'

/** What holds at a place in a feed: the base of its links and its language, as the nearest element around says. */
export type Context = {
  base: string
  language: string | undefined
  /** The feed says the base itself (`xml:base`); else it is its own address. */
  isBased?: true
}

/** The context inside an element: `xml:base` (XML Base) is relative to that outside, an empty `xml:lang` ends the outer one. */
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
