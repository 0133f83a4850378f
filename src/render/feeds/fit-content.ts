const formula = /<math(?: [a-z-]+="[^"<>]*")*>[\s\S]*?<\/math>/g

/**
 * Stored HTML for feed readers: few of them show a formula, most show its letters one by one, and the W3C's validator accepts neither
 * formulas in HTML nor `bdo`; so a formula's words stand for it. A character that could not be decoded is written as a question mark.
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
