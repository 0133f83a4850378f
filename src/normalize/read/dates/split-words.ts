/** A word or a number of a text, and its place in the text. */
export type Word = { text: string; start: number; end: number }

/** The words and numbers of a text from `foldDateText`. The dots of abbreviations separate words. */
export function splitWords(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{M}']*\p{L}[\p{L}\p{M}']*|\d+/gu)].map(({ 0: word, index }) => ({
    text: word,
    start: index,
    end: index + word.length,
  }))
}
