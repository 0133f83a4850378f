import { addOwnAttributes } from './add-own-attributes.ts'
import { addColored, addLines, addText } from './add-text.ts'
import { type AttributeFindings, cleanAttributes } from './clean-attributes.ts'
import { findCodeLanguage } from './code-languages.ts'
import { elements } from './elements.ts'
import { type CodeColor, findCodeColor } from './find-code-color.ts'
import { findLazyImage, hasLazyImage, isPlaceholder } from './find-lazy-image.ts'
import { findPictures } from './find-pictures.ts'
import { hasContent } from './has-content.ts'
import { isDrawnBox } from './is-drawn-box.ts'
import { isHidden, keepsLines } from './is-hidden.ts'
import { isEmoji, isTrackingPixel } from './is-tracking-pixel.ts'
import { cutBytes, maxContent, maxWords } from './limits.ts'
import { linkEmbed, linkScript } from './link-embed.ts'
import { linkQuoted } from './link-quoted.ts'
import { type Attributes, attributeOf, type Element, isBlank, makeElement, type Node, noAttributes } from './nodes.ts'
import type { OpenElement } from './parse-html.ts'
import { findPictureKey } from './picture-key.ts'
import { sayMath } from './say-math.ts'

export type Sanitised = {
  nodes: Node[]
  attributes: AttributeFindings
  /** There was more than is kept of one text. */
  isCut: boolean
  /** Something went that a browser might have run, loaded or read otherwise. */
  isDoubtful: boolean
}

/** What holds for everything in an element. */
type Around = {
  /** Line ends are shown as such. */
  keepsLines: boolean
  /** A figure, or a picture, that says which image a script would load into it. */
  lazy: Attributes | undefined
  /** What comes first in an item of a list: a box that is ticked, or not. */
  isItem: boolean
  /**
   * Only pictures are wanted: what stands in `noscript` is for browsers that run no scripts, as ours, but the words are none of the post's.
   */
  isNoscript: boolean
  /** The language of the code in it, where that is known. */
  language: string | undefined
  /** In code: how its text is colored. */
  color: CodeColor | 'none' | undefined
}

const topmost: Around = {
  keepsLines: false,
  lazy: undefined,
  isItem: false,
  isNoscript: false,
  language: undefined,
  color: undefined,
}

/**
 * Of parsed HTML only what docs/sanitising.md lets through: its elements, its attributes with safe values, every link absolute.
 *
 * @param base where relative links count from
 * @param hasLinks whether a link, or words, may stand for what would be loaded
 * @param isOurs whether we have made it: then its classes are ours
 */
export function sanitizeNodes(nodes: readonly Node[], base?: string, hasLinks = true, isOurs = false): Sanitised {
  const findings: AttributeFindings = { cut: new Set(), dropped: new Set() }
  const cleaning = { base, findings, isOurs }
  const ids = new Set<string>()
  /** Where links that stand for something loaded lead, and whether they stood in `noscript`. */
  const linked = new Map<string, boolean>()
  /** Pictures that are shown outside of `noscript`; looked for when there is one. */
  let shown: ReadonlySet<string> | undefined
  let isDoubtful = false
  /** Characters that may still come: a short relative address and a long base make a long one. */
  let left = 3 * maxContent
  const result: Node[] = []
  walk(nodes, result, topmost)
  return { nodes: result, attributes: findings, isCut: left < 0, isDoubtful }

  function walk(from: readonly Node[], to: Node[], around: Around): void {
    for (const [at, node] of from.entries()) {
      if (left < 0) return
      if (typeof node !== 'string') {
        if (isHidden(from, at)) isDoubtful = true
        else if (isTex(node)) addTex(to, node, from[at - 1])
        else clean(node, to, around)
      } else if (!around.isNoscript) {
        left -= node.length
        if (around.keepsLines) addLines(to, node)
        else if (around.color === undefined || around.color === 'none' || isBlank(node)) addText(to, node)
        else if (addColored(to, node, around.color)) left -= 30
      }
    }
  }

  function clean(element: OpenElement, to: Node[], around: Around): void {
    const { name, attributes, children } = element
    const rule = elements.get(name)
    switch (rule?.fate) {
      case 'stays':
        keep(element, rule.becomes ?? name, rule.attributes ?? [], to, around)
        return
      case 'goes':
        isDoubtful = true
        if (name === 'noscript' && !element.isOpen) showNoscript(element, to, around)
        else if (name === 'script' && hasLinks) addLink(to, linkScript(attributes), around)
        else if (element.isOpen) walk(children, to, around)
        return
      case 'links':
        isDoubtful = true
        if (hasLinks) addLink(to, linkEmbed(name, attributes, base, innerOf(element)), around)
        return
      default:
        if (name === 'object') addObject(element, to, around)
        else if (name === 'input' && around.isItem) addBox(attributes, to)
        else walk(children, to, around)
    }
  }

  function keep(element: Element, name: string, allowed: readonly string[], to: Node[], around: Around): void {
    const attributes = cleanAttributes(element.name, element.attributes, allowed, cleaning)
    if (around.isNoscript && name !== 'img') {
      walk(element.children, to, around)
      return
    }
    if (name === 'img' && !isPicture(element, attributes, to, around)) return
    if (name === 'span' && element.children.length === 0 && isDrawnBox(element.attributes)) {
      addText(to, /(^|\s)checked(\s|$)/.test(element.attributes.get('class') ?? '') ? '\u2611' : '\u2610')
      return
    }
    if (name === 'source') {
      findLazyImage(attributes, element.attributes, undefined, base)
      if (!attributes.has('src') && !attributes.has('srcset')) return
    }
    const classes = around.color === undefined ? undefined : element.attributes.get('class')
    if (classes !== undefined && element.name === 'span' && attributes.size === 0) {
      const color = findCodeColor(classes)
      walk(element.children, to, color === undefined || color === around.color ? around : { ...around, color })
      return
    }
    addOwnAttributes(element, name, attributes, cleaning, around.language)
    if (name === 'math') isDoubtful = true
    if (name === 'math' && !keepFormula(element, attributes, to)) return
    const id = attributes.get('id')
    // An id that two elements have leads to the first.
    if (id !== undefined && ids.has(id)) attributes.delete('id')
    else if (id !== undefined) ids.add(id)
    left -= 2 * name.length + 5
    for (const value of attributes.values()) left -= value.length
    const kept = makeElement(name, [], attributes.size === 0 ? noAttributes : attributes)
    to.push(kept)
    if (name === 'img') return
    walk(element.children, kept.children, within(element, name, around))
    if ((name === 'blockquote' || name === 'div') && element.attributes.has('class'))
      addQuoted(element, kept.children, around)
  }

  /** Whether an image is shown as one; else what it says is, where it says something. */
  function isPicture(element: Element, attributes: Map<string, string>, to: Node[], around: Around): boolean {
    if (isTrackingPixel(element.attributes)) return false
    findLazyImage(attributes, element.attributes, around.lazy, base)
    const src = attributes.get('src')
    if (around.isNoscript && src !== undefined && shown?.has(findPictureKey(src))) return false
    const alt = attributeOf(attributes, 'alt')
    if (alt !== undefined && isEmoji(element.attributes)) addText(to, alt)
    else if (src !== undefined || attributes.has('srcset')) return true
    else if (alt !== undefined && hasLinks && !around.isNoscript) addText(to, alt)
    return false
  }

  /** A picture that stands only here is shown, in the place of the one that a script would have replaced by it. */
  function showNoscript(element: Element, to: Node[], around: Around): void {
    shown ??= findPictures(nodes, base)
    const found: Node[] = []
    walk(element.children, found, { ...around, isNoscript: true })
    if (found.length === 0) return
    const at = to.findLastIndex((node) => !isBlank(node))
    const before = to[at]
    if (typeof before === 'object' && before.name === 'img' && isPlaceholder(before.attributes.get('src')))
      to.splice(at)
    to.push(...found)
  }

  /** What a script loads late often stands in `noscript` once more. */
  function addLink(to: Node[], link: Element | undefined, { isNoscript }: Around): void {
    const href = link?.attributes.get('href')
    if (link === undefined || href === undefined) return
    const isSaid = isNoscript ? linked.has(href) : linked.get(href) === true
    if (isSaid) return
    linked.set(href, isNoscript)
    left -= href.length + 100
    to.push(link)
  }

  /** What a browser cannot show, or what is gone, has a text or a picture in its place; else there is a link to it. */
  function addObject({ name, attributes, children }: Element, to: Node[], around: Around): void {
    const inner: Node[] = []
    walk(children, inner, around)
    if (inner.some((node) => !isBlank(node))) {
      to.push(...inner)
      return
    }
    isDoubtful = true
    const movie = children.find(
      (node) => typeof node === 'object' && /^(movie|src)$/i.test(node.attributes.get('name') ?? ''),
    )
    const value = typeof movie === 'object' ? movie.attributes.get('value') : undefined
    const given = value === undefined || attributes.has('data') ? attributes : new Map([...attributes, ['data', value]])
    if (hasLinks) addLink(to, linkEmbed(name, given, base), around)
  }

  /** A list of tasks, as Markdown of GitHub has it. */
  function addBox(attributes: Attributes, to: Node[]): void {
    if (attributes.get('type')?.trim().toLowerCase() !== 'checkbox' || !to.every(isBlank)) return
    addText(to, attributes.has('checked') ? '\u2611 ' : '\u2610 ')
  }

  /** A post of a network that a script would draw. */
  function addQuoted({ attributes }: Element, to: Node[], around: Around): void {
    const link = hasLinks ? linkQuoted(attributes, base) : undefined
    if (link === undefined || hasContent(to)) return
    isDoubtful = true
    addLink(to, link, around)
  }

  /** The source of a formula stands for it where no script has drawn it yet. */
  function addTex(to: Node[], element: Element, before: Node | undefined): void {
    isDoubtful = true
    const tex = element.children.join('').trim()
    const isDrawn =
      typeof before === 'object' &&
      /(^|\s)MathJax/.test(before.attributes.get('class') ?? '') &&
      before.children.length > 0
    if (tex === '' || isDrawn) return
    left -= tex.length + 20
    if (hasLinks) to.push(makeElement('code', [tex]))
    else addText(to, tex)
  }

  /** A formula without parts is its words; one with parts says them to those who cannot see it. */
  function keepFormula(element: Element, attributes: Map<string, string>, to: Node[]): boolean {
    const words = sayMath(element)
    const hasParts =
      hasLinks && words !== '' && element.children.some((node) => typeof node !== 'string' && node.children.length > 0)
    if (!hasParts) addText(to, words)
    else if (!attributes.has('alttext')) attributes.set('alttext', cutBytes(words, maxWords))
    return hasParts
  }
}

/** A formula as MathJax 2 and kramdown write it: `<script type="math/tex">x^2</script>`. */
function isTex({ name, attributes }: Element): boolean {
  return name === 'script' && /^\s*math\/tex\s*(;|$)/i.test(attributes.get('type') ?? '')
}

/** What a browser reads no tags in, as it is written. */
function innerOf({ isOpen, children: [first, second] }: OpenElement): string {
  return isOpen || typeof first !== 'string' || second !== undefined ? '' : first
}

function within(element: Element, name: string, outer: Around): Around {
  const isItem = name === 'li' || (outer.isItem && (name === 'p' || name === 'span'))
  const isCode = name === 'pre' || name === 'code'
  const around = isItem === outer.isItem ? outer : { ...outer, isItem }
  const { attributes } = element
  if (attributes.size === 0) return isCode && outer.color === undefined ? { ...around, color: 'none' } : around
  const isBox = name === 'figure' || name === 'div'
  const lazy = isBox || name === 'picture' || name === 'span' ? attributes : undefined
  const hasOwn = lazy !== undefined && hasLazyImage(lazy)
  const lines = name !== 'pre' && keepsLines(attributes)
  const language = isBox ? findCodeLanguage(name, attributes) : undefined
  if (!hasOwn && !lines && !isCode && language === undefined) return around
  return {
    ...around,
    lazy: hasOwn ? lazy : around.lazy,
    keepsLines: lines || around.keepsLines,
    language: language ?? around.language,
    color: isCode ? (around.color ?? 'none') : around.color,
  }
}
