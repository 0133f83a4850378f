import { countColumns } from './count-columns.ts'

/** Text of at most so many columns, with … for what is left out. */
export function cutColumns(text: string, columns: number): string {
  if (countColumns(text) <= columns) return text
  let cut = ''
  let width = 0
  // A cluster that is seen as one letter is not cut: an emoji of several parts, a letter and its accents.
  for (const { segment } of new Intl.Segmenter('en').segment(text)) {
    width += countColumns(segment)
    if (width >= columns) break
    cut += segment
  }
  return `${cut}…`
}
