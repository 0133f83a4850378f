import { fitFlow } from './conform-html.ts'
import { headings } from './content-kinds.ts'
import { type Element, isBlank, makeElement, type Node, withChildren } from './content-tree.ts'

const lists = new Set(['ul', 'ol'])

/** A list holds items only: a list in a list belongs to the item before it, all else becomes an item. */
export function mendList(element: Element): Node[] {
  const items: Element[] = []
  for (const child of element.children) {
    if (isBlank(child)) continue
    const last = items.at(-1)
    if (typeof child === 'object' && child.name === 'li') items.push(child)
    else if (last !== undefined && typeof child === 'object' && lists.has(child.name)) last.children.push(child)
    else items.push(makeElement('li', [child]))
  }
  if (items.length === 0) return []
  return [
    withChildren(
      element,
      items.map((item) => withChildren(item, fitFlow(item.children))),
    ),
  ]
}

/** Terms and what is said of them, in groups of one and the other; what is in no such order is no such list. */
export function mendDefinitions(element: Element): Node[] {
  const parts = listParts(element.children)
  const shown = parts.map((part) =>
    withChildren(part, part.name === 'dt' ? fitTerm(part.children) : fitFlow(part.children)),
  )
  const isOrdered =
    shown[0]?.name === 'dt' && shown.at(-1)?.name === 'dd' && shown.every(({ name }) => name === 'dt' || name === 'dd')
  if (isOrdered) return [withChildren(element, shown)]
  return shown.map((part) => withChildren(part, part.children, 'div'))
}

/** Groups may stand in a `div`; what is neither term nor description is one. */
function listParts(nodes: Node[]): Element[] {
  return nodes.flatMap((node): Element[] => {
    if (isBlank(node)) return []
    if (typeof node === 'string') return [makeElement('dd', [node])]
    if (node.name === 'div' && node.children.some(isPart)) return listParts(node.children)
    return [isPart(node) ? node : makeElement('dd', [node])]
  })
}

function isPart(node: Node): boolean {
  return typeof node === 'object' && (node.name === 'dt' || node.name === 'dd')
}

/** A term, and the head of a column, is no heading. */
export function fitTerm(nodes: Node[]): Node[] {
  return fitFlow(nodes).map(function lower(node): Node {
    if (typeof node === 'string') return node
    const inner = withChildren(node, node.children.map(lower))
    return headings.has(node.name) ? withChildren(inner, [makeElement('strong', inner.children)], 'div') : inner
  })
}
