import { type Attributes, type Element, isBlank, type Node } from './nodes.ts'

/** Layers of a formula that only draw it: its words stand beside them (KaTeX, MathJax 2 and 3). */
const drawnFormula = /(^|\s)(katex-html|MathJax_Display|MathJax_SVG|MathJax_CHTML|mjx-chtml|MathJax_Preview)(\s|$)/

/** True where the author, or the program that made the post, did not want the element at this place among its siblings to be seen. */
export function isHidden(siblings: readonly Node[], at: number): boolean {
  const element = siblings[at]
  if (typeof element !== 'object' || element.attributes.size === 0) return false
  if (isHiddenItself(element)) return true
  // Without words beside it, the drawn layer is all that there is of the formula.
  return isDrawn(element) && [-1, 1].some((step) => hasWords(findBeside(siblings, at, step)))
}

/** True for an element that is hidden, or may be because of its siblings. */
export function mayBeHidden(element: Element): boolean {
  return element.attributes.size > 0 && (isHiddenItself(element) || isDrawn(element))
}

function isHiddenItself({ attributes }: Element): boolean {
  if (attributes.has('hidden')) return true
  const style = attributes.get('style')
  return style !== undefined && /(^|[;\s])(display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style)
}

function isDrawn(node: Node): boolean {
  if (typeof node === 'string' || node.attributes.get('aria-hidden') !== 'true') return false
  return node.name === 'mjx-math' || node.name === 'nobr' || drawnFormula.test(node.attributes.get('class') ?? '')
}

function hasWords(node: Node | undefined): boolean {
  return typeof node === 'object' && node.children.length > 0 && !isDrawn(node)
}

function findBeside(siblings: readonly Node[], at: number, step: number): Node | undefined {
  const next = siblings[at + step]
  return next !== undefined && isBlank(next) ? siblings[at + 2 * step] : next
}

/** True where line ends of the source are shown as such (CSS Text, section 3). */
export function keepsLines(attributes: Attributes): boolean {
  const style = attributes.get('style')
  return style !== undefined && /(^|[;\s])white-space\s*:\s*(pre|break-spaces)/i.test(style)
}
