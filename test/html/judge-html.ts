import { type DefaultTreeAdapterMap, parse } from 'parse5'
import { findUnsafe } from '../torture/find-unsafe.ts'

type Node = DefaultTreeAdapterMap['node']

/** What is wrong with sanitised HTML: in itself, and where it stands in a page. */
export function judgeHtml(html: string): string[] {
  return [...findUnsafe(html), ...findLeaks(html)]
}

/** What it closes or opens outside the box it is put into: the mark behind it must stand where it was written. */
function findLeaks(html: string): string[] {
  const document = parse(
    `<!doctype html><body><article><div>${html}<hr class="end"></div></article><footer></footer></body>`,
  )
  const [article, footer, ...others] = elementsOf(find(document, 'body'))
  const [box, ...besideBox] = elementsOf(article)
  const end = elementsOf(box).at(-1)
  const isMark = end !== undefined && 'attrs' in end && end.attrs.some(({ value }) => value === 'end')
  const isWhole = article?.nodeName === 'article' && footer?.nodeName === 'footer' && others.length === 0
  const isBoxed = box?.nodeName === 'div' && besideBox.length === 0 && isMark && elementsOf(footer).length === 0
  return isWhole && isBoxed ? [] : ['gets out of the box around it']
}

function elementsOf(node: Node | undefined): Node[] {
  return node !== undefined && 'childNodes' in node ? node.childNodes.filter((child) => child.nodeName !== '#text') : []
}

function find(node: Node, name: string): Node | undefined {
  if (node.nodeName === name) return node
  return 'childNodes' in node ? node.childNodes.map((child) => find(child, name)).find(Boolean) : undefined
}
