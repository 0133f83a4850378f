/** Nobody nests lists deeper. */
const deepest = 500

/**
 * A line of YAML that opens more lists and keys than that, one in the other (`- - ? - a`, also with tags and anchors), or does so behind so
 * many blanks that the lines above may have opened as many.
 */
const deepLine = new RegExp(
  `^(?:[ \\t]*(?:(?:[-?:]|[!&][^ \\t\\n]*)[ \\t]+){${deepest}}|[ \\t]{${4 * deepest}}[ \\t]*[-?:][ \\t])`,
  'm',
)

/**
 * Whether brackets, or lists in one line, are nested so deep that the parser of YAML, which calls itself for each, could use up the stack:
 * Node ends the process where that happens while a regular expression is compiled.
 */
export function isTooDeep(text: string): boolean {
  let depth = 0
  for (let at = 0; at < text.length && depth <= deepest; at++) {
    const letter = text.charCodeAt(at)
    if (letter === 0x5b || letter === 0x7b) depth++
    else if ((letter === 0x5d || letter === 0x7d) && depth > 0) depth--
  }
  return depth > deepest || deepLine.test(text)
}
