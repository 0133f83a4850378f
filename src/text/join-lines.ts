/** White space that is not already one blank. Most of a text's is, and replacing each blank by itself would take longer than all else. */
const uneven = /[^\S ]\s*| \s+/g

/** A text on one line: white space between its words is one blank, and none is around them. */
export function joinLines(text: string): string {
  return text.replace(uneven, ' ').trim()
}
