/** An element of an entry's content. */
export type Element = { name: string; attributes: Map<string, string>; children: Node[] }

/** Text is HTML: its signs are escaped. */
export type Node = Element | string

const tag = /<(\/?)([a-z][a-z0-9]*)((?:\s+[a-z-]+="[^"<>]*")*)\s*(\/?)>/g
const attribute = /([a-z-]+)="([^"]*)"/g

/** Elements without content. */
export const voidNames = new Set(['br', 'col', 'hr', 'img', 'source', 'wbr'])

/** Read what the sanitiser wrote: lower case, attributes in double quotes, every element closed. What is of another form is text. */
export function parseContent(html: string): Node[] {
  const root: Element = makeElement('root', [])
  const open = [root]
  let end = 0
  const addText = (text: string) => {
    if (text !== '') open.at(-1)?.children.push(text.replace(/</g, '&lt;').replace(/>/g, '&gt;'))
  }
  for (const { 0: whole, 1: slash, 2: name = '', 3: attributes = '', index } of html.matchAll(tag)) {
    addText(html.slice(end, index))
    end = index + whole.length
    if (slash !== '') {
      const at = open.findLastIndex((element) => element.name === name)
      if (at > 0) open.length = at
      continue
    }
    const element = makeElement(name, [])
    for (const [, key = '', value = ''] of attributes.matchAll(attribute)) element.attributes.set(key, value)
    open.at(-1)?.children.push(element)
    if (!voidNames.has(name)) open.push(element)
  }
  addText(html.slice(end))
  return root.children
}

export function renderContent(nodes: Node[]): string {
  return nodes.map(renderNode).join('')
}

function renderNode(node: Node): string {
  if (typeof node === 'string') return node
  const attributes = [...node.attributes].map(([key, value]) => ` ${key}="${value}"`).join('')
  if (voidNames.has(node.name)) return `<${node.name}${attributes} />`
  return `<${node.name}${attributes}>${renderContent(node.children)}</${node.name}>`
}

export function makeElement(name: string, children: Node[], attributes: Map<string, string> = new Map()): Element {
  return { name, attributes, children }
}

/** The same element with other content, or under another name. */
export function withChildren(element: Element, children: Node[], name = element.name): Element {
  return { name, attributes: element.attributes, children }
}

export function isBlank(node: Node): boolean {
  return typeof node === 'string' && node.trim() === ''
}

/** True where something can be read or seen: a text, a picture with words, a recording. */
export function hasWords(nodes: Node[]): boolean {
  return nodes.some((node) => {
    if (typeof node === 'string') return node.replace(/&nbsp;|\u00a0/g, ' ').trim() !== ''
    if (node.name === 'img') return (node.attributes.get('alt') ?? '').trim() !== ''
    return hasWords(node.children)
  })
}

/** How many letters can be read in these nodes, blanks included. */
export function countSigns(nodes: Node[]): number {
  const lengths = nodes.map((node) => (typeof node === 'string' ? node.length : countSigns(node.children)))
  return lengths.reduce((sum, length) => sum + length, 0)
}

/** True where an element of one of these names stands anywhere inside. */
export function holds(nodes: Node[], names: ReadonlySet<string>): boolean {
  return nodes.some((node) => typeof node !== 'string' && (names.has(node.name) || holds(node.children, names)))
}
