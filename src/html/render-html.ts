import { voidNames } from './elements.ts'
import type { Attributes, Node } from './nodes.ts'

/**
 * Write nodes as text that is HTML and XML alike: every element closed, every attribute in quotes, the same five signs escaped.
 * (dom-serializer writes either HTML or XML: `&nbsp;`, which XML does not know, or every letter beyond ASCII as a number.)
 */
export function renderHtml(nodes: readonly Node[]): string {
  let html = ''
  for (const node of nodes) {
    if (typeof node === 'string') {
      html += escapeHtml(node)
      continue
    }
    html += `<${node.name}${renderAttributes(node.attributes)}`
    html += voidNames.has(node.name) ? ' />' : `>${renderHtml(node.children)}</${node.name}>`
  }
  return html
}

export function renderAttributes(attributes: Attributes): string {
  let html = ''
  for (const [name, value] of attributes) html += ` ${name}="${escapeAttribute(value)}"`
  return html
}

/** HTML of a plain text. */
export function escapeHtml(text: string): string {
  if (!/[&<>]/.test(text)) return text
  const escaped = text.includes('&') ? text.replaceAll('&', '&amp;') : text
  return /[<>]/.test(escaped) ? escaped.replaceAll('<', '&lt;').replaceAll('>', '&gt;') : escaped
}

export function escapeAttribute(text: string): string {
  return /[&<>"]/.test(text) ? escapeHtml(text).replaceAll('"', '&quot;') : text
}
