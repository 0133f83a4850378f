/** An element of sanitised HTML; its attributes as they are written, from the blank before the first. */
export type HtmlElement = { name: string; attributes: string; children: HtmlNode[] }

/** An element, or text with its entities. */
export type HtmlNode = string | HtmlElement

/** A tag as the sanitiser writes it: no "<" or ">" in its attributes. */
const tag = /<(\/?)([a-z][a-z0-9]*)([^<>]*?)\s*(\/?)>/g

/**
 * The tree of sanitised HTML.
 *
 * @param html every element has its end, in order; elements without content end with "/>"
 */
export function growHtml(html: string): HtmlNode[] {
  const root: HtmlElement = { name: '', attributes: '', children: [] }
  const open = [root]
  let end = 0
  for (const match of html.matchAll(tag)) {
    const [whole, slash, name = '', attributes = '', selfClosing] = match
    const parent = open.at(-1) ?? root
    if (match.index > end) parent.children.push(html.slice(end, match.index))
    end = match.index + whole.length
    if (slash !== '') {
      if (open.length > 1) open.pop()
      continue
    }
    const element = { name, attributes, children: [] }
    parent.children.push(element)
    if (selfClosing === '') open.push(element)
  }
  if (end < html.length) (open.at(-1) ?? root).children.push(html.slice(end))
  return root.children
}

/** @param isVoid whether elements of a name have no content */
export function renderHtml(nodes: readonly HtmlNode[], isVoid: (name: string) => boolean): string {
  let html = ''
  for (const node of nodes) {
    if (typeof node === 'string') html += node
    else if (isVoid(node.name)) html += `<${node.name}${node.attributes} />`
    else html += `<${node.name}${node.attributes}>${renderHtml(node.children, isVoid)}</${node.name}>`
  }
  return html
}
