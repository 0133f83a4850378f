import type { Attributes } from './nodes.ts'

/** Layers of a formula for the eye alone: its words stand beside them (KaTeX, MathJax 2 and 3). */
const drawnFormula = /(^|\s)(katex-html|MathJax_Display|MathJax_SVG|MathJax_CHTML|mjx-chtml|MathJax_Preview)(\s|$)/

/** True for what its author, or the program that made it, did not want to be seen. */
export function isHidden(name: string, attributes: Attributes): boolean {
  if (attributes.size === 0) return false
  if (attributes.has('hidden')) return true
  const style = attributes.get('style')
  if (style !== undefined && /(^|[;\s])(display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style)) return true
  if (attributes.get('aria-hidden') !== 'true') return false
  return name === 'mjx-math' || name === 'nobr' || drawnFormula.test(attributes.get('class') ?? '')
}

/** True where line ends of the source are shown as such (CSS Text, section 3). */
export function keepsLines(attributes: Attributes): boolean {
  const style = attributes.get('style')
  return style !== undefined && /(^|[;\s])white-space\s*:\s*(pre|break-spaces)/i.test(style)
}
