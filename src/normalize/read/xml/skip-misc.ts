/**
 * Pass over white space, comments and processing instructions (XML 1.0: Misc).
 *
 * By plain search: a regular expression would try every way to divide a row of comments.
 *
 * @returns the index where anything else begins, also an unfinished comment or instruction
 */
export function skipMisc(text: string, from: number): number {
  for (let at = from; ; ) {
    while (at < text.length && isBlank(text.charCodeAt(at))) at += 1
    const end = text.startsWith('<!--', at) ? '-->' : text.startsWith('<?', at) ? '?>' : undefined
    const found = end === undefined ? -1 : text.indexOf(end, at + 2)
    if (end === undefined || found < 0) return at
    at = found + end.length
  }
}

/** The same backwards from the end: the index where the text before such things ends. */
export function skipMiscBack(text: string): number {
  for (let end = text.length; ; ) {
    while (end > 0 && isBlank(text.charCodeAt(end - 1))) end -= 1
    const start = text.endsWith('-->', end) ? '<!--' : text.endsWith('?>', end) ? '<?' : undefined
    const found = start === undefined || end < 2 ? -1 : text.lastIndexOf(start, end - 2)
    if (found < 0) return end
    end = found
  }
}

function isBlank(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 0xfeff
}
