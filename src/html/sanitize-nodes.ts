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
  /** The text was longer than we keep, and was cut. */
  isCut: boolean
  /** Something was dropped that a browser might have run, loaded or read otherwise. */
  isDoubtful: boolean
}

/** What the elements around a node tell of it. */
type Around = {
  /** Line ends of the source are shown as line ends. */
  keepsLines: boolean
  /** The attributes of a figure or picture around it that name the image which a script would load. */
  lazy: Attributes | undefined
  /** In an item of a list: a checkbox at its beginning is shown. */
  isItem: boolean
  /** In `noscript`: its pictures are kept, since our pages run no scripts either; its words are not the post's. */
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
 * Keep of parsed HTML only what docs/sanitising.md lets through: elements, attributes with safe values, links made absolute.
 *
 * @param base where relative links count from
 * @param hasLinks whether a link, or words, may replace an element that would load something
 * @param isOurs whether we have made the HTML: then its classes are ours
 */
export function sanitizeNodes(nodes: readonly Node[], base?: string, hasLinks = true, isOurs = false): Sanitised {
  const findings: AttributeFindings = { cut: new Set(), dropped: new Set() }
  const cleaning = { base, findings, isOurs }
  const ids = new Set<string>()
  /** The addresses of links that replaced something, and whether each stood in `noscript`. */
  const linked = new Map<string, boolean>()
  /** Keys of the pictures shown outside of `noscript`; collected at the first `noscript`. */
  let shown: ReadonlySet<string> | undefined
  let isDoubtful = false
  /** Characters that may still be added: a short relative address and a long base make a long address. */
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
    // Of two elements with one id, the first keeps it: links lead there.
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

  /** Whether an image is kept; where not, its `alt`, if any, is added as text. */
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

  /** Show a picture that stands only in `noscript`, in place of the placeholder that a script would have replaced by it. */
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

  /** Add a link once: what a script loads late often stands in `noscript` again. */
  function addLink(to: Node[], link: Element | undefined, { isNoscript }: Around): void {
    const href = link?.attributes.get('href')
    if (link === undefined || href === undefined) return
    const isSaid = isNoscript ? linked.has(href) : linked.get(href) === true
    if (isSaid) return
    linked.set(href, isNoscript)
    left -= href.length + 100
    to.push(link)
  }

  /** Replace an object by its fallback, a text or a picture; where it has none, by a link. */
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

  /** The checkbox of a task, as in GitHub's Markdown. */
  function addBox(attributes: Attributes, to: Node[]): void {
    if (attributes.get('type')?.trim().toLowerCase() !== 'checkbox' || !to.every(isBlank)) return
    addText(to, attributes.has('checked') ? '\u2611 ' : '\u2610 ')
  }

  /** A link to a network's post that a script would draw. */
  function addQuoted({ attributes }: Element, to: Node[], around: Around): void {
    const link = hasLinks ? linkQuoted(attributes, base) : undefined
    if (link === undefined || hasContent(to)) return
    isDoubtful = true
    addLink(to, link, around)
  }

  /** Show the source of a formula where no script has drawn the formula yet. */
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

  /** A formula without parts becomes its words; one with parts is kept, and has its words as `alttext` for those who cannot see it. */
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

/** The source of a raw element, in which a browser reads no tags. */
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
