import { parseLanguage } from '../text/parse-language.ts'
import { resolveImageUrl, resolveWebUrl } from '../text/resolve-url.ts'
import { elements, globalAttributes } from './elements.ts'
import { fitLink } from './fit-link.ts'
import { cutBytes, maxValue, maxWords } from './limits.ts'
import type { Attributes } from './nodes.ts'
import { resolveSrcset } from './resolve-srcset.ts'

/** @returns the value to keep; `undefined`: drop the attribute */
type Cleaner = (value: string, base: string | undefined, name: string) => string | undefined

const matching =
  (pattern: RegExp): Cleaner =>
  (value) =>
    pattern.test(value.trim()) ? value.trim() : undefined
/** Pixels, as browsers read them: a fraction and "px" are passed over (HTML, section 2.3.4.2). */
const pixels: Cleaner = (value) => /^\s*(\d{1,5})(\.\d*)?(px)?\s*$/i.exec(value)?.[1]
const integer = matching(/^-?\d{1,5}$/)
const plain: Cleaner = (value) => value
const language: Cleaner = (value) => {
  const tag = parseLanguage(value)
  // A private tag (BCP 47, section 2.2.7) tells a browser nothing.
  return tag?.startsWith('x-') ? undefined : tag
}
/** A list divided by commas, each part of which fits the pattern; white space in a part becomes one blank. */
const listOf =
  (pattern: RegExp, most: number): Cleaner =>
  (value) => {
    const parts = value.length > most ? [] : value.split(',').map((part) => part.trim().replace(/\s+/g, ' '))
    return parts.length > 0 && parts.every((part) => pattern.test(part)) ? parts.join(', ') : undefined
  }
const upTo =
  (least: number, most: number): Cleaner =>
  (value) => {
    const number = /^\s*\d{1,5}\s*$/.test(value) ? Number(value) : -1
    return number >= least && number <= most ? String(number) : undefined
  }

const clock = String.raw`\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?`
const moment = String.raw`\d{4}-\d{2}-\d{2}[T ]${clock}`
/** Zero is written with a plus (HTML, section 2.3.5.6). */
const zone = String.raw`(Z|(?!-00:?00)[+-]\d{2}:?\d{2})`
/** A date, a month, a time, both, a zone with both, a duration (HTML, section 4.5.14): the common forms only. */
const machineTime = new RegExp(
  String.raw`^(\d{4}(-\d{2}){0,2}|${clock}|${moment}${zone}?|P(\d+D)?(T(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?)$`,
)
/** When something was changed is a date, or one instant (HTML, section 4.7.3). */
const changeTime = new RegExp(String.raw`^(\d{4}-\d{2}-\d{2}|${moment}${zone})$`)
const time: Cleaner = (value, _base, name) => {
  const text = value.trim()
  const pattern = name === 'del' || name === 'ins' ? changeTime : machineTime
  if (text.length > 40 || !pattern.test(text) || text === 'P' || text.endsWith('T')) return undefined
  return isReal(text) ? text : undefined
}
const dir = matching(/^(ltr|rtl|auto)$/i)
const formulaDir = (value: string) => /^\s*(ltr|rtl)\s*$/i.exec(value)?.[1]?.toLowerCase()
const isOfFormula = (name: string) => elements.get(name)?.isMath === true
const mediaType = matching(/^[\w.+-]+\/[\w.+-]+(;\s*[\w.+-]+=([\w.+-]+|"[\w .,+-]*"))*$/)

/** For each attribute, how its value is made safe and valid HTML. */
const cleaners = new Map<string, Cleaner>(
  Object.entries({
    href: fitLink,
    cite: resolveWebUrl,
    poster: resolveWebUrl,
    src: (value, base, name) =>
      (name === 'source' || name === 'audio' || name === 'video' ? resolveWebUrl : resolveImageUrl)(value, base),
    srcset: resolveSrcset,
    // The classes that the sanitiser itself writes. The language of code and the side of an element are read elsewhere.
    class: matching(/^(embed-card|at-(left|right|center))$/),
    // MathML has neither `lang` nor `title`.
    lang: (value, base, name) => (isOfFormula(name) ? undefined : language(value, base, name)),
    hreflang: language,
    dir: (value, base, name) => (isOfFormula(name) ? formulaDir : dir)(value, base, name),
    id: matching(/^[^\s"'<>&]{1,200}$/),
    width: pixels,
    height: pixels,
    colspan: upTo(1, 1000),
    rowspan: upTo(0, 65_534),
    span: upTo(1, 1000),
    start: integer,
    value: integer,
    scope: matching(/^(row|col|rowgroup|colgroup)$/i),
    datetime: time,
    sizes: listOf(
      /^(\([\w-]+ ?: ?[\w.]+( [\w.]+)* ?\) ?(and \([\w-]+ ?: ?[\w.]+( [\w.]+)* ?\) ?)*)?(0|\d+(\.\d+)?(px|em|rem|ex|ch|vw|vh|vmin|vmax|cm|mm|in|pt|pc)|calc\([\w. +*%/-]+\))$/i,
      500,
    ),
    media: listOf(
      /^((not |only )?(all|screen|print)|\([\w-]+( ?: ?[\w./]+( [\w./]+)*)? ?\))( and \([\w-]+( ?: ?[\w./]+( [\w./]+)*)? ?\))*$/i,
      200,
    ),
    type: (value, base, name) => (name === 'ol' ? matching(/^[1aAiI]$/) : mediaType)(value, base, name),
    alttext: plain,
    display: matching(/^(block|inline)$/),
    mathvariant: matching(/^normal$/),
    fence: matching(/^(true|false)$/),
    separator: matching(/^(true|false)$/),
    stretchy: matching(/^(true|false)$/),
    open: () => '',
    reversed: () => '',
    title: (value, _base, name) => (isOfFormula(name) ? undefined : value),
    alt: plain,
    abbr: plain,
  } satisfies Record<string, Cleaner>),
)

const globals: ReadonlySet<string> = new Set(globalAttributes)

/** What was cut or left out of attributes. */
export type AttributeFindings = { cut: Set<string>; dropped: Set<string> }

/**
 * The attributes that an element of this name may have, with values that are safe and that HTML allows.
 *
 * @param allowed names beside those that every element may have
 * @param base where relative links count from
 * @param isOurs whether we have made the element: nobody else may write our classes
 */
export function cleanAttributes(
  name: string,
  attributes: Attributes,
  allowed: readonly string[],
  { base, findings, isOurs }: { base: string | undefined; findings: AttributeFindings; isOurs: boolean },
): Map<string, string> {
  const clean = new Map<string, string>()
  for (const [key, value] of attributes) {
    if ((!globals.has(key) && !allowed.includes(key)) || (key === 'class' && !isOurs)) continue
    const kept = cleaners.get(key)?.(value, base, name)
    if (kept === undefined) continue
    const fit = fitLength(key, kept, findings)
    if (fit !== undefined) clean.set(key, fit)
  }
  return clean
}

const said = new Set(['alt', 'alttext', 'title', 'abbr'])

/**
 * Cut a text for people where it is too long, but drop an address: half of one leads nowhere. A `data:` address holds a picture, and stays.
 */
function fitLength(name: string, value: string, { cut, dropped }: AttributeFindings): string | undefined {
  if (said.has(name)) {
    const short = cutBytes(value, maxWords)
    if (short !== value) cut.add(name)
    return short
  }
  if (value.length * 3 <= maxValue || Buffer.byteLength(value) <= maxValue || value.startsWith('data:')) return value
  dropped.add(name)
  return undefined
}

/** Whether date and time exist: no thirteenth month, no 31st of June, no 25th hour. */
function isReal(text: string): boolean {
  const [, month, day] = /^\d{4}-(\d{2})(?:-(\d{2}))?/.exec(text) ?? []
  if (month !== undefined && (month < '01' || month > '12')) return false
  if (day !== undefined) {
    const date = new Date(`${text.slice(0, 10)}T00:00:00Z`)
    if (Number.isNaN(+date) || date.getUTCDate() !== Number(day)) return false
  }
  if (/^0000/.test(text)) return false
  const [, hour = '00', minute = '00', second = '00'] = /(?:^|[T ])(\d{2}):(\d{2})(?::(\d{2}))?/.exec(text) ?? []
  const [, zoneHour = '00', zoneMinute = '00'] = /[+-](\d{2}):?(\d{2})$/.exec(/[T: ]/.test(text) ? text : '') ?? []
  return hour < '24' && minute < '60' && second < '60' && zoneHour < '24' && zoneMinute < '60'
}
