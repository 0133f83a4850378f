const formula = /<math(?: [a-z-]+="[^"<>]*")*>[\s\S]*?<\/math>/g

/**
 * Stored HTML for feed readers: few of them show a formula, most show its letters one by one, and the W3C's validator knows none in HTML;
 * its words stand for it. Nor does it know `bdo`. What could not be read is a question mark.
 */
export function fitContent(html: string): string {
  const known = html.includes('\uFFFD') ? html.replaceAll('\uFFFD', '?') : html
  const worded = known.includes('<math') ? known.replace(formula, sayFormula) : known
  return worded.includes('<bdo') ? worded.replace(/(<\/?)bdo(?=[ >])/g, '$1span') : worded
}

function sayFormula(math: string): string {
  const [, words] = /^<math(?: [a-z-]+="[^"]*")*? alttext="([^"]*)"/.exec(math) ?? []
  return words ?? math.replace(/<[^<>]*>/g, '')
}
