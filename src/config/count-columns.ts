/** Columns on a terminal: East Asian wide characters and emoji take two, marks that combine none. */
export function countColumns(text: string): number {
  let columns = 0
  for (const letter of text) {
    if (/\p{M}/u.test(letter)) continue
    columns +=
      /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{Emoji_Presentation}\u3000-\u30ff\uff01-\uff60]/u.test(
        letter,
      )
        ? 2
        : 1
  }
  return columns
}
