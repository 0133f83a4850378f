import { countColumns } from './count-columns.ts'

/** A blank that may become the end of a line: none within "planet moved --apply" or "planet remove URL". */
const between = /(?<!(?:^|[ (])planet(?: (?:add|remove|retry))?) (?!--)/

/**
 * Text in lines of at most so many columns. Words stay whole, so that an address can be clicked and copied, and so does a command
 * with its flags; a line with one that is longer is longer.
 *
 * @param head stands before the first line, and counts
 * @param indent stands before every other, and counts
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
