import { hash } from 'node:crypto'
import type { Node } from '../xml/element.ts'
import { type FeedContext, type KnownTexts, type MadeEntry, makeEntry } from './make-entry.ts'

/**
 * `makeEntry`, with a shortcut for known elements: the same element in the same surroundings gives the same entry again. An element that
 * gave a warning is made anew, so that the warning is given each time.
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

/** Write a tree as text; the lengths tell its pieces apart. As JSON, this would take ten times as long. */
function write(node: Node): string {
  if (typeof node === 'string') return `"${node.length} ${node}`
  const { name, attributes, children } = node
  let text = `<${name.length} ${name}`
  for (const [key, value] of Object.entries(attributes)) text += ` ${key.length} ${value.length} ${key}${value}`
  text += '>'
  for (const child of children) text += write(child)
  return `${text}/`
}
