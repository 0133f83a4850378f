/** Scripts that put no blank between words. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}ー]/gu

/**
 * A text with a blank around every sign of a script that has none between words, so that each is a word to the index. The page does
 * the same with what is looked for: then any part of a sentence is found, whatever a dictionary would have made of it.
 */
export function segmentText(text: string): string {
  return text.replace(unspaced, ' $& ').replace(/ {2,}/g, ' ').trim()
}
