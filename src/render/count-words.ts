/** Scripts that put no blanks between words: two letters are about one. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/gu

/** About how many words sanitised HTML holds. */
export function countWords(html: string): number {
  const text = html.replace(/<[^<>]*>/g, ' ')
  const letters = text.match(unspaced)?.length ?? 0
  const words = text.replace(unspaced, ' ').match(/[^\s]*[\p{L}\p{N}][^\s]*/gu)?.length ?? 0
  return words + Math.ceil(letters / 2)
}
