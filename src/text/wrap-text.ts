import { countColumns } from './count-columns.ts'

/** A blank that may become the end of a line: none within "planet moved --apply" or "planet remove URL". */
const between = /(?<!(?:^|[ (])planet(?: (?:add|remove|retry))?) (?!--)/

/**
 * Text in lines of at most so many columns. Words stay whole, so that an address can be clicked and copied, and so do commands with their
 * flags; a word longer than a line makes a longer line.
 *
 * @param head is put before the first line, and counts as columns
 * @param indent is put before every other line, and counts as columns
 */
export function wrapText(text: string, columns: number, head = '', indent = head): string[] {
  const lines: string[] = []
  let line = head
  let isEmpty = true
  for (const word of text.split(between)) {
    const longer = isEmpty ? line + word : `${line} ${word}`
    if (isEmpty || countColumns(longer) <= columns) line = longer
    else {
      lines.push(line)
      line = indent + word
    }
    isEmpty = false
  }
  return [...lines, line]
}
