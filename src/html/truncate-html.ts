import { countNodeWords, countWords } from './count-words.ts'
import { elements } from './elements.ts'
import type { Element, Node } from './nodes.ts'

/** The first part of a text, and how many words the whole has. */
export type Truncated = { nodes: Node[]; words: number }

/**
 * The first part of conformed HTML: it ends after the last whole block within so many words, or after the first block, where that is
 * longer. It never ends with a heading.
 *
 * @returns `undefined` where the text has no more words than that, or no place to stop at
 */
export function truncateHtml(nodes: readonly Node[], most: number): Truncated | undefined {
  const words = countNodeWords(nodes)
  if (words <= most) return undefined
  /** Words so far. */
  let soFar = 0
  /** Words up to the last place to stop. */
  let found = 0
  let isFull = false
  const kept = take(nodes)
  return kept === undefined || found >= words ? undefined : { nodes: kept, words }

  /** The nodes up to the last place to stop among them; `undefined` where there is none. */
  function take(from: readonly Node[]): Node[] | undefined {
    let result: Node[] | undefined
    for (const [index, node] of from.entries()) {
      if (isFull) return result
      if (typeof node === 'string') {
        soFar += countWords(node)
        continue
      }
      const rule = elements.get(node.name)
      const inner = rule?.isFrame ? take(node.children) : undefined
      if (!rule?.isFrame) soFar += countNodeWords(node.children)
      if (rule?.isWhole && !isFull && soFar > 0 && (soFar <= most || found === 0)) {
        result = from.slice(0, index + 1)
        found = soFar
        isFull = soFar >= most
      } else {
        if (inner !== undefined) result = [...from.slice(0, index), { ...node, children: inner } satisfies Element]
        isFull ||= rule?.isWhole === true && soFar > most && found > 0
      }
    }
    return result
  }
}
