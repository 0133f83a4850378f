import { cutBytes } from './limits.ts'
import { makeElement, type Node } from './nodes.ts'
import { escapeAttribute, escapeHtml } from './render-html.ts'

/** The first nodes, as many as can be written in so many bytes. */
export function cutNodes(nodes: readonly Node[], most: number): Node[] {
  let left = most
  let isCut = false
  return take(nodes)

  function take(from: readonly Node[]): Node[] {
    const result: Node[] = []
    for (const node of from) {
      if (isCut) break
      if (typeof node === 'string') {
        const size = Buffer.byteLength(escapeHtml(node))
        if (size > left) {
          isCut = true
          result.push(cutText(node, left))
          break
        }
        left -= size
        result.push(node)
        continue
      }
      let size = 2 * node.name.length + 5
      for (const [name, value] of node.attributes) size += name.length + 4 + Buffer.byteLength(escapeAttribute(value))
      if (size > left) {
        isCut = true
        break
      }
      left -= size
      result.push(makeElement(node.name, take(node.children), node.attributes))
    }
    return result
  }
}

/** The longest beginning of a text that fits once it is escaped. */
function cutText(text: string, most: number): string {
  let part = cutBytes(text, most)
  for (let size = Buffer.byteLength(escapeHtml(part)); size > most && part !== ''; ) {
    part = cutBytes(part, Math.floor((Buffer.byteLength(part) * most) / size) - 1)
    size = Buffer.byteLength(escapeHtml(part))
  }
  return part
}
