import { addOwnAttributes } from './add-own-attributes.ts'
import { type AttributeFindings, cleanAttributes } from './clean-attributes.ts'
import { cleanFrank } from './clean-frank.ts'
import { findCodeLanguage } from './code-languages.ts'
import { fitImage } from './conform-media.ts'
import { decodeReferences } from './decode-references.ts'
import { elements, headingNames } from './elements.ts'
import { hasLazyImage } from './find-lazy-image.ts'
import { isDrawnBox } from './is-drawn-box.ts'
import { keepsLines, mayBeHidden } from './is-hidden.ts'
import { maxContent } from './limits.ts'
import { linkQuoted } from './link-quoted.ts'
import { namePage } from './name-page.ts'
import { type Attributes, type Element, isBlank, makeElement } from './nodes.ts'
import { openComment } from './open-comment.ts'
import { escapeAttribute, escapeHtml, renderAttributes } from './render-html.ts'
import { sanitizeNodes } from './sanitize-nodes.ts'
import { findCommentEnd, findNameEnd, findTagEnd } from './scan-plain.ts'

/** The rules for an element of a simply written text: where it may stand, and what may stand in it. */
type Plain = {
  name: string
  /** Its name in the result. */
  kept: string
  /** The places where it may stand. */
  stands: 'among blocks' | 'in a line' | 'in a list' | 'in a figure'
  holds: 'blocks' | 'a line' | 'items' | 'nothing'
  /** Without a word in it, it would not stay as it is. */
  needsWords: boolean
  allowed: readonly string[]
}

/** An element that is open, and where its content begins. */
type Open = { plain: Plain; from: number }

const blocks =
  'div blockquote article aside footer header main nav section figure p h1 h2 h3 h4 h5 h6 pre ul ol hr'.split(' ')
const marks = 'a abbr b br cite code del em i img ins kbd mark q s samp small span strong sub sup u var wbr'.split(' ')
const inLists = new Set(['ul', 'ol'])

const plains = new Map([
  ...blocks.map((name) => makePlain(name, 'among blocks', inLists.has(name) ? 'items' : 'blocks')),
  ...marks.map((name) => makePlain(name, 'in a line', 'a line')),
  makePlain('li', 'in a list', 'blocks'),
  makePlain('figcaption', 'in a figure', 'blocks'),
])

function makePlain(name: string, stands: Plain['stands'], holds: Plain['holds']): [string, Plain] {
  const rule = elements.get(name)
  const plain = {
    name,
    kept: rule?.becomes ?? name,
    stands,
    holds: rule?.isVoid ? 'nothing' : rule?.holdsLine ? 'a line' : holds,
    needsWords: headingNames.has(name) || name === 'a' || name === 'figcaption',
    allowed: rule?.attributes ?? [],
  } as const
  return [name, plain]
}

const page: Plain = { name: '', kept: '', stands: 'among blocks', holds: 'blocks', needsWords: false, allowed: [] }

const [space, mark, slash, greater, noBreak] = [32, 33, 47, 62, 160]

/** A "&" that is not escaped as we escape it. */
const needsDecoding = /&(?!(?:amp|lt|gt);)/

/** Deeper nesting is left to the long way, which counts it. */
const maxDepth = 100

/**
 * The HTML that `makeHtml` makes of a text written as most are: known elements, each with its end tag, nested as HTML wants it; none that
 * is dropped or replaced. Such a text stays as it is but for its attributes and a few signs, and is read once, instead of being made into
 * nodes that are walked three times.
 *
 * This short way decides nothing: wherever the long way does more than copy, or might, this gives up with `undefined`, and the long way
 * starts afresh. A test holds that both make the same of all fixtures, attacks and random texts.
 *
 * @param text clean (`cleanText`)
 * @param base where relative links count from
 */
export function makePlainHtml(text: string, base: string | undefined): string | undefined {
  const findings: AttributeFindings = { cut: new Set(), dropped: new Set() }
  const cleaning = { base, findings, isOurs: false }
  const ids = new Set<string>()
  const parts: number[] = []
  const path: Open[] = []
  let current: Open = { plain: page, from: 0 }
  /** The result so far, and up to where the text is in it: unchanged text is copied in long pieces. */
  let html = ''
  let copied = 0
  /** Open elements that need words, open links, open pieces of code. */
  let needy = 0
  let links = 0
  let codes = 0
  /** Where the last words were. */
  let lastWords = -1
  let hasOpenComment: boolean | undefined
  /** Where the open link leads, and the index in `html` of its first picture. */
  let [leadsTo, picture]: [href: string | undefined, place: number] = [undefined, -1]
  /** The next "&" that was looked for, or the end. */
  let reference = -1
  let at = 0

  for (;;) {
    const next = text.indexOf('<', at)
    const tag = next < 0 ? text.length : next
    if (tag > at && !addText(at, tag)) return undefined
    if (next < 0) break
    const code = text.charCodeAt(tag + 1)
    const moved = code === slash ? endTag(tag) : code === mark ? skipComment(tag) : startTag(tag)
    if (moved < 0) return undefined
    at = moved
  }
  if (path.length > 0 || findings.cut.size > 0 || findings.dropped.size > 0) return undefined
  const whole = (html + text.slice(copied)).trim()
  return whole.length * 3 <= maxContent ? whole : undefined

  /** @returns false for a text that must not stand here, or may mean something else */
  function addText(from: number, to: number): boolean {
    const { plain } = current
    if (plain.holds === 'items') {
      if (!isBlank(text.slice(from, to))) return false
      replace(from, to, '')
      return true
    }
    if (reference < from) reference = findFrom('&', from)
    const written = text.slice(from, to)
    const isSame = findFrom('>', from) >= to && (reference >= to || !needsDecoding.test(written))
    // A parser leaves out a line end right behind `<pre>`, so none may stand there.
    const isFirst = plain.name === 'pre' && from === current.from
    if (isSame && !isFirst) {
      if (needy > 0 && hasWords(text, from, to)) lastWords = from
      return true
    }
    const decoded = decodeReferences(written)
    if (decoded === undefined) return false
    const made = escapeHtml(isFirst ? decoded.replace(/^\n+/, '') : decoded)
    if (made !== written) replace(from, to, made)
    if (needy > 0 && hasWords(decoded, 0, decoded.length)) lastWords = from
    return true
  }

  /** @returns the index at which to go on; -1: give up */
  function startTag(tag: number): number {
    const nameTo = findNameEnd(text, tag + 1)
    const plain = plains.get(text.slice(tag + 1, nameTo))
    if (plain === undefined || !mayStand(plain, tag) || path.length >= maxDepth) return -1
    const isBare = text.charCodeAt(nameTo) === greater
    const end = isBare ? nameTo : findTagEnd(text, nameTo, parts)
    if (end < 0) return -1
    const isVoid = plain.holds === 'nothing'
    if (!isBare) {
      if (!isVoid && text.charCodeAt(end - 1) === slash) return -1
      const attributes = addAttributes(plain, tag)
      if (attributes === undefined) return -1
      const made = `<${plain.kept}${attributes}${isVoid ? ' />' : '>'}`
      // The place of a picture must be known, for the link around it.
      if (plain.name === 'img' || made !== text.slice(tag, end + 1)) replace(tag, end + 1, made)
    } else if (plain.name === 'img') return -1
    else if (isVoid) replace(tag, end + 1, `<${plain.kept} />`)
    else if (plain.kept !== plain.name) replace(tag, end + 1, `<${plain.kept}>`)
    if (isVoid) return end + 1
    path.push(current)
    current = { plain, from: end + 1 }
    if (plain.needsWords) needy += 1
    if (plain.name === 'a') links += 1
    if (plain.name === 'pre' || plain.name === 'code') codes += 1
    return end + 1
  }

  function mayStand({ stands, name }: Plain, tag: number): boolean {
    const around = current.plain
    switch (stands) {
      case 'among blocks':
        return around.holds === 'blocks'
      case 'in a line':
        return (around.holds === 'blocks' || around.holds === 'a line') && (name !== 'a' || links === 0)
      case 'in a list':
        return around.holds === 'items'
      case 'in a figure':
        // A caption comes last, or first.
        return around.name === 'figure' && !isBlank(text.slice(current.from, tag))
    }
  }

  function endTag(tag: number): number {
    const { plain, from } = current
    const end = tag + 2 + plain.name.length
    if (path.length === 0 || !text.startsWith(plain.name, tag + 2) || text.charCodeAt(end) !== greater) return -1
    if (plain.needsWords) {
      if (lastWords < from && !(plain.name === 'a' && nameLink(tag))) return -1
      needy -= 1
    }
    if (plain.name === 'a') {
      links -= 1
      leadsTo = undefined
      picture = -1
    }
    if (plain.name === 'pre' || plain.name === 'code') codes -= 1
    // A list needs items; a caption here must end its figure.
    if (plain.holds === 'items' && isBlank(text.slice(from, tag))) return -1
    if (plain.name === 'figcaption' && !text.startsWith('</figure>', end + 1)) return -1
    if (plain.kept !== plain.name) replace(tag, end + 1, `</${plain.kept}>`)
    current = path.pop() ?? current
    return end + 1
  }

  /** Give words to a link around pictures that have none. @returns false where there are no pictures */
  function nameLink(tag: number): boolean {
    if (leadsTo === undefined || picture < 0) return false
    const alt = ` alt="${escapeAttribute(namePage(leadsTo))}"`
    html = html.slice(0, picture) + html.slice(picture).replace(' alt=""', () => alt)
    lastWords = tag
    return true
  }

  /** Drop a comment, where joining the texts around it is safe. */
  function skipComment(tag: number): number {
    const { name, holds } = current.plain
    hasOpenComment ??= openComment(text).hasOpenComment
    const end = hasOpenComment || holds !== 'blocks' || name === 'figure' ? -1 : findCommentEnd(text, tag)
    if (end > 0) replace(tag, end, '')
    return end
  }

  /** @returns the cleaned attributes of a tag, whose places are in `parts`; `undefined`: give up */
  function addAttributes(plain: Plain, tag: number): string | undefined {
    if (parts.length === 0 && plain.name !== 'img') return ''
    if (codes > 0 && !(plain.name === 'code' && current.plain.name === 'pre')) return undefined
    const given = new Map<string, string>()
    for (let part = 0; part < parts.length; part += 4) {
      const name = text.slice(parts[part], parts[part + 1]).toLowerCase()
      const written = text.slice(parts[part + 2], parts[part + 3])
      const value = written.includes('&') ? decodeReferences(written, true) : written
      // A "<" within a tag: it may be no tag at all.
      if (value === undefined || written.includes('<')) return undefined
      if (!given.has(name)) given.set(name, value)
    }
    const attributes = cleanFrank(plain.name, plain.allowed, given, cleaning) ?? cleanAll(plain, given)
    if (attributes === undefined) return undefined
    const id = attributes.get('id')
    const others =
      id !== undefined && ids.has(id) ? new Map([...attributes].filter(([name]) => name !== 'id')) : attributes
    if (id !== undefined) ids.add(id)
    if (plain.name === 'a') leadsTo = attributes.get('href')
    if (plain.name === 'img') {
      if (needy > 0 && attributes.get('alt') !== '') lastWords = tag
      if (leadsTo !== undefined && picture < 0) picture = html.length
    }
    return renderAttributes(others)
  }

  function cleanAll(plain: Plain, given: Attributes): Attributes | undefined {
    const element = makeElement(plain.name, [], given)
    return plain.name === 'img' ? cleanImage(element) : clean(plain, element)
  }

  function clean({ name, kept, allowed }: Plain, element: Element): Attributes | undefined {
    const given = element.attributes
    if (mayBeHidden(element) || isDrawnBox(given) || keepsLines(given) || hasLazyImage(given)) return undefined
    if ((kept === 'div' || kept === 'figure') && findCodeLanguage(kept, given) !== undefined) return undefined
    if ((kept === 'div' || kept === 'blockquote') && linkQuoted(given, base) !== undefined) return undefined
    const attributes = cleanAttributes(name, given, allowed, cleaning)
    addOwnAttributes(element, kept, attributes, cleaning, undefined)
    if (name === 'li' && current.plain.name === 'ul') attributes.delete('value')
    return name === 'a' && !attributes.has('href') ? undefined : attributes
  }

  /** An image is left to the sanitiser: much may be done to it. */
  function cleanImage(element: Element): Attributes | undefined {
    if (mayBeHidden(element)) return undefined
    const { nodes, attributes, isDoubtful } = sanitizeNodes([element], base)
    const [image] = nodes
    if (typeof image !== 'object' || nodes.length > 1 || image.name !== 'img' || isDoubtful) return undefined
    return attributes.cut.size + attributes.dropped.size > 0 ? undefined : fitImage(image).attributes
  }

  function replace(from: number, to: number, made: string): void {
    html += text.slice(copied, from) + made
    copied = to
  }

  function findFrom(sign: string, from: number): number {
    const found = text.indexOf(sign, from)
    return found < 0 ? text.length : found
  }
}

/** Whether there is anything but blanks. */
function hasWords(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at)
    if (code > noBreak) return /[^\s\u00a0]/.test(text.slice(at, to))
    if (code > space && code !== noBreak) return true
  }
  return false
}
