import { micromark } from 'micromark'
import { makeElement, type Node } from '../../html/nodes.ts'
import { parseHtml } from '../../html/parse-html.ts'
import { renderHtml } from '../../html/render-html.ts'

/** Schemes that links to other sites may have; a link without a scheme leads to a place on this site. */
const followed = new Set(['http', 'https', 'mailto', 'xmpp', 'irc', 'ircs', 'matrix', 'gemini', 'tel'])

/**
 * A text about a planet, from Markdown (CommonMark). HTML in it is shown as text, never passed on; of a link with a harmful address only
 * the words stay; a picture becomes a link, since pages load no pictures but those of entries (P-43).
 */
export function renderMarkdown(text: string): string {
  // Tags are plain text; addresses are checked below, against our list.
  const extensions = [{ disable: { null: ['htmlFlow', 'htmlText'] } }]
  const html = micromark(text.replace(/^\ufeff/, ''), { extensions, allowDangerousProtocol: true })
  return renderHtml(parseHtml(html).nodes.flatMap(fitNode)).trimEnd()
}

function fitNode(node: Node): Node[] {
  if (typeof node === 'string') return [node]
  const { name, attributes } = node
  const children = node.children.flatMap(fitNode)
  if (name === 'a') return fitLink(attributes.get('href') ?? '', children)
  if (name === 'img') return fitLink(attributes.get('src') ?? '', [attributes.get('alt') ?? ''])
  return [{ ...node, children }]
}

function fitLink(target: string, children: Node[]): Node[] {
  const scheme = /^\s*([a-z][a-z0-9+.-]*):/i.exec(target)?.[1]?.toLowerCase()
  if (scheme !== undefined && !followed.has(scheme)) return children
  const rel: [string, string][] = scheme?.startsWith('http') ? [['rel', 'noopener']] : []
  return [makeElement('a', children, new Map([['href', target], ...rel]))]
}
