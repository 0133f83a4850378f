import { hash } from 'node:crypto'
import type { Node } from '../xml/element.ts'
import { type FeedContext, type KnownTexts, type MadeEntry, makeEntry } from './make-entry.ts'

/**
 * `makeEntry`, for the elements of a feed that are not known: what the same one came to before, with the same around it, it would come to
 * again. Where something was wrong with it, that is to be said each time.
 */
export function openKnownElements(
  { known: _known, covers, ...around }: FeedContext,
  known: NonNullable<KnownTexts['elements']>,
): typeof makeEntry {
  const outside = JSON.stringify([around, [...covers]])
  return (element, feed, warn): MadeEntry => {
    if (element.isCut) return makeEntry(element, feed, warn)
    const key = hash('sha256', outside + write(element), 'base64url')
    const before = known.get(key)
    if (before !== undefined) return { ...before, element: key }
    let isSound = true
    const made = makeEntry(element, feed, (code, sentence) => {
      isSound = false
      warn(code, sentence)
    })
    return isSound ? { ...made, element: key } : made
  }
}

/** All of a tree; lengths keep apart what would else run together. JSON of it takes ten times as long. */
function write(node: Node): string {
  if (typeof node === 'string') return `"${node.length} ${node}`
  const { name, attributes, children } = node
  let text = `<${name.length} ${name}`
  for (const [key, value] of Object.entries(attributes)) text += ` ${key.length} ${value.length} ${key}${value}`
  text += '>'
  for (const child of children) text += write(child)
  return `${text}/`
}
