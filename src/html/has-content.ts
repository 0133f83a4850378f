import { isBlank, type Node } from './nodes.ts'

/** Whether any of the nodes can be seen: a text or a picture. */
export function hasContent(nodes: readonly Node[]): boolean {
  return nodes.some((node) =>
    typeof node === 'string' ? !isBlank(node) : node.name === 'img' || hasContent(node.children),
  )
}
