import { type DefaultTreeAdapterMap, parseFragment, serialize } from 'parse5'
import { checkHtml } from '../../src/html/check-html.ts'
import { makeHtml } from '../../src/html/make-html.ts'
import { findUnsafe } from '../torture/find-unsafe.ts'

type Node = DefaultTreeAdapterMap['node']

const base = 'https://blog.example/post/'

/** What is wrong with HTML as we store it: to an HTML parser, by the policy, and when it is read again. */
export function judgeConformed(html: string): string[] {
  const faults: string[] = []
  const fragment = parseFragment(`<div>${html}</div>`, {
    onParseError: ({ code }) => faults.push(`a parse error: ${code}`),
  })
  const written = serialize(fragment)
  if (serialize(parseFragment(written)) !== written) faults.push('another tree when it is parsed again')
  const [box, ...others] = fragment.childNodes
  if (box?.nodeName !== 'div' || others.length > 0) faults.push('gets out of the box around it')
  else if (renderXml(box) !== `<div>${html}</div>`) faults.push('another tree than it was written as')
  faults.push(...findUnsafe(html))
  if (checkHtml(html) !== html) faults.push('not what sanitize-html makes of it')
  if ((makeHtml(html, base, () => {}, true) ?? '') !== html) faults.push('not the same when it is made again')
  return faults
}

const voids = new Set(['br', 'col', 'hr', 'img', 'source', 'wbr'])

/** A parser's tree in our own writing. */
function renderXml(node: Node): string {
  if (node.nodeName === '#text') return 'value' in node ? escapeText(node.value) : ''
  if (!('tagName' in node)) return ''
  const attributes = node.attrs
    .map(({ name, value }) => ` ${name}="${escapeText(value).replace(/"/g, '&quot;')}"`)
    .join('')
  if (voids.has(node.tagName)) return `<${node.tagName}${attributes} />`
  return `<${node.tagName}${attributes}>${node.childNodes.map(renderXml).join('')}</${node.tagName}>`
}

function escapeText(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}
