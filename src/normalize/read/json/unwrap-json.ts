/**
 * Text that may precede JSON: a comment, a guard against being run as a script, the name of a function to be called with it (JSONP).
 * Bounded: longer text is a script.
 */
const wrapping =
  /^[\uFEFF\s]*(?:\)\]\}',?\s*|while\s*\(1\);\s*|for\s*\(;;\);\s*|\/\*[^*]{0,200}\*\/\s*|\/\/[^\n]{0,200}\n\s*){0,5}(?:[\w$.]{1,100}\s*\(\s*)?(?=[[{])/

/** JSON without what was put around it for a script; `undefined` where there is none. */
export function unwrapJson(text: string): string | undefined {
  const before = wrapping.exec(text)?.[0]
  if (before === undefined) return undefined
  const inside = text.slice(before.length)
  return before.trimEnd().endsWith('(') ? withoutEnd(withoutEnd(inside, ';'), ')') : inside
}

function withoutEnd(text: string, end: string): string {
  const trimmed = text.trimEnd()
  return trimmed.endsWith(end) ? trimmed.slice(0, -end.length) : trimmed
}
