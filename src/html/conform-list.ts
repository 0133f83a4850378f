import { type FitNodes, type Fitted, fit, type Place, refit } from './fitted.ts'
import { type Element, isBlank, makeElement, type Node } from './nodes.ts'

const lists = new Set(['ul', 'ol'])

/** A list holds items only: a list directly in a list goes into the item before it, all else becomes an item. */
export function fitList(element: Element, place: Place, fitNodes: FitNodes): Fitted[] {
  const items: Element[] = []
  for (const child of element.children) {
    if (isBlank(child)) continue
    const last = items.at(-1)
    if (typeof child === 'object' && child.name === 'li') items.push({ ...child, children: [...child.children] })
    else if (last !== undefined && typeof child === 'object' && lists.has(child.name)) last.children.push(child)
    else items.push(makeElement('li', [child]))
  }
  if (items.length === 0) return []
  const isCounted = element.name === 'ol'
  const fitted = items.map((item) =>
    fit('li', fitNodes(item.children, place), isCounted ? item.attributes : without(item, 'value')),
  )
  return [refit(element, fitted)]
}

function without({ attributes }: Element, name: string) {
  return attributes.has(name) ? new Map([...attributes].filter(([key]) => key !== name)) : attributes
}

/** A `dl` begins with a term and ends with a description; otherwise its parts become `div` elements. */
export function fitDefinitions(element: Element, place: Place, fitNodes: FitNodes): Fitted[] {
  const parts = listParts(element.children)
  const names = parts.map(({ name }) => name)
  const isOrdered = names[0] === 'dt' && names.at(-1) === 'dd'
  const shown = parts.map((part) => {
    const children = fitNodes(part.children, part.name === 'dt' ? { ...place, hasNoHeadings: true } : place)
    return refit(part, children, isOrdered ? part.name : 'div')
  })
  return isOrdered ? [refit(element, shown)] : shown
}

/** The terms and descriptions, also from groups in a `div`; what is neither becomes a description. */
function listParts(nodes: readonly Node[]): Element[] {
  return nodes.flatMap((node): Element[] => {
    if (isBlank(node)) return []
    if (typeof node === 'string') return [makeElement('dd', [node])]
    if (node.name === 'div' && node.children.some(isPart)) return listParts(node.children)
    return [isPart(node) ? node : makeElement('dd', [node])]
  })
}

function isPart(node: Node): node is Element {
  return typeof node === 'object' && (node.name === 'dt' || node.name === 'dd')
}
