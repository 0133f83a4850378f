import type { Node } from './nodes.ts'

/** Scripts that put no blanks between words: two letters count as about one word. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/gu

/** A word, from its first letter or digit. */
const word = /[\p{L}\p{N}]\S*/gu

/** About how many words a text holds. */
export function countWords(text: string): number {
  if (text.search(unspaced) < 0) return text.match(word)?.length ?? 0
  let words = 0
  let letters = 0
  for (const part of text.split(/\s+/)) {
    const own = part.match(unspaced)?.length ?? 0
    letters += own
    const rest = own === 0 ? [part] : part.split(unspaced)
    words += rest.filter((word) => /[\p{L}\p{N}]/u.test(word)).length
  }
  return words + Math.ceil(letters / 2)
}

/** Words of nodes, each text by itself. */
export function countNodeWords(nodes: readonly Node[]): number {
  return nodes.reduce<number>(
    (sum, node) => sum + (typeof node === 'string' ? countWords(node) : countNodeWords(node.children)),
    0,
  )
}
