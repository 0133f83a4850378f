import { type Element, isBlank, makeElement, type Node } from './nodes.ts'

/** Items and terms outside of a list get one around them, neighbours a common one. */
export function gatherItems(nodes: readonly Node[]): readonly Node[] {
  if (!nodes.some((node) => listAround(node) !== undefined)) return nodes
  const gathered: Node[] = []
  /** The list that we made last, as long as nothing but blanks came after it. */
  let made: Element | undefined
  for (const node of nodes) {
    const list = listAround(node)
    if (typeof node === 'string' || list === undefined) {
      gathered.push(node)
      if (!isBlank(node)) made = undefined
    } else if (made?.name === list) {
      made.children.push(node)
    } else {
      made = makeElement(list, [node])
      gathered.push(made)
    }
  }
  return gathered
}

function listAround(node: Node): 'ul' | 'dl' | undefined {
  if (typeof node === 'string') return undefined
  if (node.name === 'li') return 'ul'
  return node.name === 'dt' || node.name === 'dd' ? 'dl' : undefined
}
