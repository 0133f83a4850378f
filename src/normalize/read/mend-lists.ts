import { group, isBlank, isElement } from './content-model.ts'
import type { HtmlElement, HtmlNode } from './html-tree.ts'

/** A list holds items: a list in it belongs to the item before, and anything else becomes one. */
export function mendList(list: HtmlElement): HtmlElement {
  const children: HtmlNode[] = []
  for (const [isFit, run] of group(list.children, (child) => isElement(child, 'li') || isBlank(child))) {
    const last = children.findLast((child) => isElement(child, 'li'))
    const belongs = run.every((node) => isElement(node, 'ul', 'ol'))
    if (isFit) children.push(...run)
    else if (belongs && typeof last === 'object') children[children.indexOf(last)] = append(last, run)
    else children.push({ name: 'li', attributes: '', children: run })
  }
  return { ...list, children }
}

/**
 * Terms, each followed by what is said of it; anything else is a part of what is said.
 *
 * Without a term, or with nothing said of any, it is no such list: many a `dd` was only meant to stand a little to the side.
 */
export function mendDefinitions(list: HtmlElement): HtmlElement {
  const children = group(
    list.children,
    (child) => isElement(child, 'dt', 'dd') || isBlank(child) || isPair(child),
  ).flatMap(([isFit, run]) => (isFit ? run : [{ name: 'dd', attributes: '', children: run }]))
  const names = children.flatMap((child) => (isPair(child) ? child.children : [child])).map(nameOf)
  const firstTerm = names.indexOf('dt')
  if (firstTerm >= 0 && names.lastIndexOf('dd') > firstTerm && names.lastIndexOf('dt') < names.lastIndexOf('dd')) {
    return { ...list, children }
  }
  const asDiv = (node: HtmlNode): HtmlNode => {
    if (typeof node === 'string') return node
    return isPair(node) ? { ...node, children: node.children.map(asDiv) } : { ...node, name: 'div' }
  }
  return { ...list, name: 'div', children: children.map(asDiv) }
}

/** A `div` that holds together a term and what is said of it (HTML, section 4.4.9). */
function isPair(node: HtmlNode): node is HtmlElement & { name: 'div' } {
  if (!isElement(node, 'div') || node.children.every(isBlank)) return false
  return node.children.every((child) => isElement(child, 'dt', 'dd') || isBlank(child))
}

const nameOf = (node: HtmlNode) => (typeof node === 'string' ? '' : node.name)

function append(element: HtmlElement, nodes: HtmlNode[]): HtmlElement {
  return { ...element, children: [...element.children, ...nodes] }
}
