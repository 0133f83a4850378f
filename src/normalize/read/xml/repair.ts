import { decodeHTMLStrict } from 'entities'
import { fixWindows1252 } from '../charset/fix-mojibake.ts'
import type { Warn } from '../collect-warnings.ts'
import { parseDoctype } from './parse-doctype.ts'
import { type Repair, repairMarkup } from './repair-markup.ts'
import { skipMisc } from './skip-misc.ts'

/** Characters that all entities of a document together may add to it: enough for a few hundred ordinary ones. */
const maxExpansion = 100_000

/** Entities inside entities, at most. */
const maxEntityDepth = 8

/** An "&" or "<" that needs a look: sound tags and XML's own five entities are passed over. */
const suspicious = /&(?!(?:amp|lt|gt|quot|apos);)|<(?![A-Za-z_:/\u0080-\uFFFF])/g

const reference = /&(?:#(\d+);|#[xX]([0-9a-fA-F]+);|([A-Za-z_][\w.-]*);)/y

/** Characters that XML 1.0 (section 2.2) forbids even as references. */
const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g

const feedStart = /<(?:[\w.-]+:)?(?:rss|rdf|feed|channel|entry|item)[\s>/]/i

/**
 * Mend faults that break a strict XML reader and can mean only one thing: text before the document, a bare "&" or "<", entities of HTML,
 * characters that XML forbids, a CDATA section that a script's own "]]>" ends early.
 *
 * Declared entities are expanded, up to a limit; the document type declaration is removed.
 */
export function repair(text: string, warn: Warn): string {
  const clean = removeForbidden(text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text, warn)
  const { text: body, entities, found } = parseDoctype(removeJunkBefore(clean, warn))
  const repairOpening = repairMarkup(warn)
  /** The replacement of each entity by its name: character references in it are decoded once, however often the entity is used. */
  const replacements = new Map<string, string>()
  let budget = maxExpansion
  return repairPart(body, 0)

  function repairPart(part: string, depth: number): string {
    const pieces: string[] = []
    let done = 0
    for (let start = nextSuspicious(part, 0); start >= 0; start = nextSuspicious(part, done)) {
      const { end, repaired } = part[start] === '&' ? repairReference(part, start, depth) : repairOpening(part, start)
      if (repaired === undefined) pieces.push(part.slice(done, end))
      else pieces.push(part.slice(done, start), repaired)
      done = end
    }
    return done === 0 ? part : pieces.join('') + part.slice(done)
  }

  function repairReference(part: string, start: number, depth: number): Repair {
    reference.lastIndex = start
    const [whole, decimal, hex, name] = reference.exec(part) ?? []
    if (whole === undefined) {
      warn('ILL_FORMED', '“&” is not written as “&amp;”')
      return { end: start + 1, repaired: '&amp;' }
    }
    const end = start + whole.length
    const pair = name === undefined ? findPair(part, end, codeOf(decimal, hex)) : undefined
    if (pair !== undefined) return pair
    if (name === undefined) return { end, repaired: repairCharacter(whole, decimal, hex, warn) }
    const declared = entities.get(name)
    if (declared !== undefined) return { end, repaired: expand(name, declared, depth) }
    const character = decodeHTMLStrict(whole)
    if (!found || character === whole) warn('ILL_FORMED', `the entity “${whole.slice(0, 20)}” is not known`)
    return { end, repaired: character === whole ? `&amp;${name};` : escapeMarkup(character) }
  }

  function expand(name: string, declared: string, depth: number): string {
    // Beyond the limit nothing is expanded: a document may name its longest entity a hundred thousand times.
    if (budget >= 0) {
      const replacement = replacements.get(name) ?? putInCharacters(declared)
      replacements.set(name, replacement)
      budget -= replacement.length
      if (budget >= 0 && depth < maxEntityDepth) return repairPart(replacement, depth + 1)
    }
    warn('ENTITIES', 'its own entities grow without end; what went beyond the limit was left out')
    return ''
  }
}

function putInCharacters(declared: string): string {
  return declared.replace(/&#(?:(\d+)|x([0-9a-f]+));/gi, (whole, decimal, hex) => characterOf(decimal, hex) ?? whole)
}

function nextSuspicious(text: string, from: number): number {
  suspicious.lastIndex = from
  return suspicious.exec(text)?.index ?? -1
}

function removeForbidden(text: string, warn: Warn): string {
  const clean = text.replace(forbidden, '')
  if (clean.length !== text.length) warn('ILL_FORMED', 'control characters stand in the text')
  return clean
}

/** Text before the document: a byte order mark in the wrong place, blank lines, the warnings of a script. */
function removeJunkBefore(text: string, warn: Warn): string {
  if (text.startsWith('<?xml')) return text
  const prolog = skipMisc(text, 0)
  const isMarkup = /^<[a-z_!]/i.test(text.slice(prolog, prolog + 2))
  const feed = text.slice(prolog).search(feedStart)
  const declaration = text.search(/<\?xml\s/)
  const isBeforeFeed = declaration > 0 && (feed < 0 || declaration < prolog + feed)
  // A declaration that was skipped is in a comment, unless only blanks are before it.
  const declarationIsLate = isBeforeFeed && (declaration >= prolog || text.slice(0, declaration).trim() === '')
  const start = declarationIsLate ? declaration : isMarkup || feed < 0 ? 0 : prolog + feed
  if (start === 0) return text.replace(/^\uFEFF+/, '')
  warn('ILL_FORMED', 'something stands before the document')
  return text.slice(0, start).replace(/[^\n]+/g, '') + text.slice(start)
}

function repairCharacter(
  whole: string,
  decimal: string | undefined,
  hex: string | undefined,
  warn: Warn,
): string | undefined {
  const character = characterOf(decimal, hex)
  if (character === undefined) {
    warn('ILL_FORMED', `“${whole.slice(0, 20)}” is no character`)
    return '\uFFFD'
  }
  if (character.search(forbidden) >= 0) {
    warn('ILL_FORMED', `“${whole}” is a control character`)
    return ''
  }
  if (/[\u0080-\u009F]/.test(character)) return fixWindows1252(character)
  return whole.startsWith('&#X') ? escapeMarkup(character) : undefined
}

/** Join two references that are the UTF-16 halves of one character. */
function findPair(part: string, end: number, high: number): Repair | undefined {
  if (high < 0xd800 || high >= 0xdc00) return undefined
  reference.lastIndex = end
  const [whole = '', decimal, hex] = reference.exec(part) ?? []
  const low = codeOf(decimal, hex)
  if (!(low >= 0xdc00 && low < 0xe000)) return undefined
  return { end: end + whole.length, repaired: String.fromCharCode(high, low) }
}

function codeOf(decimal: string | undefined, hex: string | undefined): number {
  return decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
}

function characterOf(decimal: string | undefined, hex: string | undefined): string | undefined {
  const code = codeOf(decimal, hex)
  return code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000) ? String.fromCodePoint(code) : undefined
}

function escapeMarkup(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
}
