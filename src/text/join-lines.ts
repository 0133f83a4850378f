/** White space that is not one blank already: most of a text's is, and to write each anew would take longer than all else. */
const uneven = /[^\S ]\s*| \s+/g

/** A text on one line: white space between its words is one blank, and none is around them. */
export function joinLines(text: string): string {
  return text.replace(uneven, ' ').trim()
}
