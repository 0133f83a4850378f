/** Scripts that put no blank between words. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}ー]/gu

/**
 * A text with a blank around every character of a script that writes no blanks between words, so that the index takes each character for a
 * word. The search page does the same with a query: then any part of a sentence is found, without a dictionary that decides where words
 * end.
 */
export function segmentText(text: string): string {
  return text.replace(unspaced, ' $& ').replace(/ {2,}/g, ' ').trim()
}
