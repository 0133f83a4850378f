import { attributeOf, type Element, type Node } from './nodes.ts'

/** A formula of MathML in words: its alttext, else the TeX that it was made from, else the text of its elements. */
export function sayMath(math: Element): string {
  const alttext = attributeOf(math.attributes, 'alttext')
  if (alttext !== undefined) return alttext
  const tex = findTex(math.children)
  return collapse(tex ?? join(math.children))
}

function findTex(nodes: readonly Node[]): string | undefined {
  for (const node of nodes) {
    if (typeof node === 'string') continue
    const isTex = node.name === 'annotation' && /tex/i.test(node.attributes.get('encoding') ?? '')
    const found = isTex ? join(node.children) : findTex(node.children)
    if (found !== undefined) return found
  }
  return undefined
}

function join(nodes: readonly Node[]): string {
  return nodes
    .map((node) => {
      if (typeof node === 'string') return node
      return node.name.startsWith('annotation') ? '' : ` ${join(node.children)} `
    })
    .join('')
}

function collapse(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
