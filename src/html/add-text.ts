import { type CodeColor, codeColors } from './find-code-color.ts'
import { makeElement, type Node } from './nodes.ts'

/** Add a text: texts side by side become one. */
export function addText(to: Node[], text: string): void {
  const last = to.length - 1
  const before = to[last]
  if (typeof before === 'string') to[last] = before + text
  else if (text !== '') to.push(text)
}

/** Line ends as `br`. */
export function addLines(to: Node[], text: string): void {
  for (const [index, line] of text.split('\n').entries()) {
    if (index > 0) to.push(makeElement('br', []))
    addText(to, line)
  }
}

/** One map for all spans of a color: its identity tells that a span is one of these. */
const colorAttributes = new Map(codeColors.map((color) => [color, new Map([['class', color]])]))

/** @returns whether a new span was added */
export function addColored(to: Node[], text: string, color: CodeColor): boolean {
  const before = to.at(-1)
  const attributes = colorAttributes.get(color)
  if (typeof before === 'object' && before.attributes === attributes) {
    addText(before.children, text)
    return false
  }
  to.push(makeElement('span', [text], attributes))
  return true
}
