import { isBlank, type Node } from './nodes.ts'

/** Whether anything of it is to be seen. */
export function hasContent(nodes: readonly Node[]): boolean {
  return nodes.some((node) =>
    typeof node === 'string' ? !isBlank(node) : node.name === 'img' || hasContent(node.children),
  )
}
