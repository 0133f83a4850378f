import { type AttributeFindings, cleanAttributes } from './clean-attributes.ts'
import { elements } from './elements.ts'
import { findLazyImage } from './find-lazy-image.ts'
import { isTrackingPixel } from './is-tracking-pixel.ts'
import { maxContent } from './limits.ts'
import { linkEmbed } from './link-embed.ts'
import { type Element, makeElement, type Node, noAttributes } from './nodes.ts'
import type { OpenElement } from './parse-html.ts'
import { sayMath } from './say-math.ts'

export type Sanitised = {
  nodes: Node[]
  attributes: AttributeFindings
  /** There was more than is kept of one text. */
  isCut: boolean
  /** Something went that a browser might have run, loaded or read otherwise. */
  isDoubtful: boolean
}

/**
 * Of parsed HTML only what docs/sanitising.md lets through: its elements, its attributes with safe values, every link absolute.
 *
 * @param base where relative links count from
 * @param hasLinks whether a link may stand for what would be loaded
 */
export function sanitizeNodes(nodes: readonly Node[], base: string | undefined, hasLinks = true): Sanitised {
  const findings: AttributeFindings = { cut: new Set(), dropped: new Set() }
  const ids = new Set<string>()
  let isDoubtful = false
  /** Characters that may still come: a short relative address and a long base make a long one. */
  let left = 3 * maxContent
  const result: Node[] = []
  walk(nodes, result)
  return { nodes: result, attributes: findings, isCut: left < 0, isDoubtful }

  function walk(from: readonly Node[], to: Node[]): void {
    for (const node of from) {
      if (left < 0) return
      if (typeof node === 'string') {
        left -= node.length
        addText(to, node)
      } else {
        clean(node, to)
      }
    }
  }

  function clean(element: OpenElement, to: Node[]): void {
    const rule = elements.get(element.name)
    switch (rule?.fate) {
      case 'stays':
        keep(element, rule.becomes ?? element.name, rule.attributes ?? [], to)
        return
      case 'goes':
        isDoubtful = true
        if (element.name === 'math') addText(to, sayMath(element))
        else if (element.isOpen) walk(element.children, to)
        return
      case 'links': {
        isDoubtful = true
        const link = hasLinks ? linkEmbed(element.attributes, base) : undefined
        if (link !== undefined) to.push(link)
        return
      }
      default:
        walk(element.children, to)
    }
  }

  function keep(element: Element, name: string, allowed: readonly string[], to: Node[]): void {
    if (name === 'img' && isTrackingPixel(element.attributes)) return
    const attributes = cleanAttributes(element.name, element.attributes, allowed, base, findings)
    if (name === 'img' || name === 'source') {
      findLazyImage(attributes, element.attributes, base)
      if (!attributes.has('src') && !attributes.has('srcset')) return
    }
    if (name === 'a') keepAnchor(element, attributes)
    const id = attributes.get('id')
    // An id that two elements have leads to the first.
    if (id !== undefined && ids.has(id)) attributes.delete('id')
    else if (id !== undefined) ids.add(id)
    left -= 2 * name.length + 5
    for (const value of attributes.values()) left -= value.length
    const kept = makeElement(name, [], attributes.size === 0 ? noAttributes : attributes)
    to.push(kept)
    walk(element.children, kept.children)
  }

  /** What links within a post led to before there were ids. */
  function keepAnchor(element: Element, attributes: Map<string, string>): void {
    const name = element.attributes.get('name')
    if (name === undefined || element.attributes.has('id')) return
    const id = cleanAttributes('a', new Map([['id', name]]), [], base, findings).get('id')
    if (id !== undefined) attributes.set('id', id)
  }
}

/** Texts that came to stand side by side are one. */
function addText(to: Node[], text: string): void {
  const last = to.length - 1
  const before = to[last]
  if (typeof before === 'string') to[last] = before + text
  else if (text !== '') to.push(text)
}
