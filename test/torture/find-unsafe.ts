import { type DefaultTreeAdapterMap, parseFragment, serialize } from 'parse5'
import { elements, globalAttributes } from '../../src/html/elements.ts'

type Node = DefaultTreeAdapterMap['node']

const addresses = ['href', 'src', 'cite', 'poster', 'srcset']
const safeAddress = /^(https?:\/\/|mailto:|xmpp:|tel:|geo:|magnet:|gemini:)/i
const rasterImage = /^data:image\/(png|jpe?g|gif|webp|avif|bmp|x-icon|vnd\.microsoft\.icon);base64,[a-z0-9+/=]+$/i
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u

/** What a browser would find in sanitised HTML that the policy forbids, or that changes when it is parsed again. */
export function findUnsafe(html: string): string[] {
  const fragment = parseFragment(html)
  const once = serialize(fragment)
  return [
    ...(forbidden.test(html) ? ['a character that XML forbids'] : []),
    ...(serialize(parseFragment(once)) === once ? [] : ['another tree when it is parsed again']),
    ...walk(fragment),
  ]
}

function walk(node: Node): string[] {
  const children = 'childNodes' in node ? node.childNodes.flatMap(walk) : []
  if (node.nodeName === '#comment') return ['a comment', ...children]
  if (!('tagName' in node)) return children
  if (node.tagName === 'tbody' || node.tagName === 'colgroup') return children
  const rule = elements.get(node.tagName)
  const own = rule?.fate === 'stays' && rule.becomes === undefined ? [] : [`<${node.tagName}>`]
  const allowed = [...globalAttributes, ...(rule?.attributes ?? [])]
  for (const { name, value } of node.attrs) {
    if (!allowed.includes(name)) own.push(`<${node.tagName} ${name}>`)
    if (!addresses.includes(name)) continue
    const listed = name === 'srcset' ? value.split(', ').map((candidate) => candidate.split(' ')[0] ?? '') : [value]
    const isSafe = (address: string) =>
      safeAddress.test(address) || (node.tagName === 'img' && rasterImage.test(address))
    own.push(...listed.filter((address) => !isSafe(address)).map((address) => `${name}=${address.slice(0, 60)}`))
  }
  return [...own, ...children]
}
