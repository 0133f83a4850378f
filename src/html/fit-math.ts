import { elements } from './elements.ts'
import { append, type Fitted, type FittedElement, fit, refit } from './fitted.ts'
import { type Element, isBlank, type Node } from './nodes.ts'

/** Elements of MathML that hold a text, and nothing else. */
const tokens = new Set(['mi', 'mn', 'mo', 'ms', 'mtext'])

/** How many parts an element has (MathML Core, section 3.3 and 3.4); one with more or fewer parts becomes a row. */
const partCounts = new Map([
  ...['mfrac', 'mroot', 'msub', 'msup', 'munder', 'mover'].map((name) => [name, 2] as const),
  ...['msubsup', 'munderover'].map((name) => [name, 3] as const),
])

/**
 * A formula as MathML Core has it: texts in tokens, each element with the parts that it needs. Elements of HTML are replaced by their text.
 */
export function fitMath(element: Element): Fitted[] {
  const formula = refit(element, fitParts(element.children))
  return formula.hasWords ? [formula] : [element.attributes.get('alttext') ?? '']
}

function fitParts(nodes: readonly Node[]): FittedElement[] {
  return nodes.flatMap((node): FittedElement[] => {
    if (isBlank(node)) return []
    if (typeof node === 'string') return [fit('mtext', [node])]
    if (!elements.get(node.name)?.isMath || node.name === 'math') return fitParts(node.children)
    if (node.name === 'mspace') return [fit('mspace', [], node.attributes)]
    if (tokens.has(node.name)) return [refit(node, textsOf(node.children))]
    if (node.name === 'mtable') return [refit(node, wrap(fitParts(node.children), 'mtr'))]
    if (node.name === 'mtr') return [refit(node, wrap(fitParts(node.children), 'mtd'))]
    const parts = fitParts(node.children)
    const count = partCounts.get(node.name)
    return count === undefined || parts.length === count ? [refit(node, parts)] : [fit('mrow', parts)]
  })
}

function wrap(parts: readonly FittedElement[], name: string): FittedElement[] {
  return parts.map((part) => (part.name === name ? part : wrapOne(part, name)))
}

function wrapOne(part: FittedElement, name: string): FittedElement {
  return name === 'mtr' ? fit('mtr', wrap([part], 'mtd')) : fit(name, [part])
}

function textsOf(nodes: readonly Node[], to: Fitted[] = []): Fitted[] {
  for (const node of nodes) {
    if (typeof node === 'string') append(to, node)
    else textsOf(node.children, to)
  }
  return to
}
