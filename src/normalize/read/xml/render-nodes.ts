import { voidNames } from '../../../html/elements.ts'
import { looksLikeHtml } from '../../../html/looks-like-html.ts'
import { escapeAttribute, escapeHtml } from '../../../html/render-html.ts'
import { findOwn } from '../../../text/find-own.ts'
import { resolveUrl } from '../../../text/resolve-url.ts'
import type { Attributes, Node } from './element.ts'

/** Elements whose text may show markup as it is written. */
const code = new Set('code pre kbd samp textarea xmp'.split(' '))

/** Where texts may be escaped HTML though markup stands beside them. */
export type Mixed = 'inside' | 'beside'

/** Prefixes that are dropped in HTML. */
const prefixes = new Set(['xhtml', 'atom', 'svg', 'math', '?'])

const addresses = new Set('href src cite longdesc poster background data'.split(' '))

/**
 * Write nodes as HTML, in their order.
 *
 * @param base where an element inside has an `xml:base` of its own: it is put into the addresses below it
 * @param mixed `inside`: a text outside of code that holds a link or a picture, or is whole elements, is HTML that was escaped; `beside`: only a
 *   text that is whole elements, beside the markup and not in it
 */
export function renderNodes(nodes: readonly Node[], base: string, mixed?: Mixed): string {
  return renderAll(nodes, base, false, mixed)
}

function renderAll(nodes: readonly Node[], base: string, isRebased: boolean, mixed: Mixed | undefined): string {
  let html = ''
  for (const node of nodes) html += renderNode(node, base, isRebased, mixed)
  return html
}

function renderNode(node: Node, base: string, isRebased: boolean, mixed: Mixed | undefined): string {
  if (typeof node === 'string') return mixed !== undefined && isEscapedHtml(node, mixed) ? node : escapeHtml(node)
  const own = node.attributes['xml:base']
  const inner = own === undefined ? base : (resolveUrl(own, base) ?? base)
  const rebased = isRebased || own !== undefined
  const colon = node.name.indexOf(':')
  const name = prefixes.has(node.name.slice(0, Math.max(0, colon))) ? node.name.slice(colon + 1) : node.name
  const content = renderAll(node.children, inner, rebased, mixed === 'inside' && !code.has(name) ? mixed : undefined)
  const tag = `<${name}${renderAttributes(node.attributes, rebased ? inner : undefined)}>`
  // In a damaged feed, an element that is void in HTML may have content all the same: it follows the tag.
  return voidNames.has(name) ? tag + content : `${tag}${content}</${name}>`
}

/** Whether a text beside unescaped markup is escaped HTML: it holds a link or a picture, or is whole elements from end to end. */
function isEscapedHtml(text: string, mixed: Mixed): boolean {
  if (mixed === 'inside' && /<(a|img)\s[^<>]*(href|src)=/i.test(text)) return true
  return /^\s*<[a-z][\s\S]*>\s*$/i.test(text) && looksLikeHtml(text)
}

function renderAttributes(attributes: Attributes, base: string | undefined): string {
  let rendered = ''
  for (const name in attributes) {
    if (name.includes(':') || name === 'xmlns') continue
    const value = findOwn(attributes, name) ?? ''
    const shown = base !== undefined && addresses.has(name) ? (resolveUrl(value, base) ?? value) : value
    rendered += ` ${name}="${escapeAttribute(shown)}"`
  }
  return rendered
}
