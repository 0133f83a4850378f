import { joinLines } from '../text/join-lines.ts'
import { elements } from './elements.ts'
import { isHidden } from './is-hidden.ts'
import { isEmoji } from './is-tracking-pixel.ts'
import type { Node } from './nodes.ts'
import { parseHtml } from './parse-html.ts'
import { sayMath } from './say-math.ts'

/** The plain text of HTML: references decoded, elements gone, white space collapsed, `script` and the like left out. */
export function htmlToText(html: string): string {
  return nodesToText(parseHtml(html).nodes)
}

/** The plain text of HTML, with the `alt` of its pictures. */
export function htmlWithPicturesToText(html: string): string {
  return nodesToText(parseHtml(html).nodes, true)
}

/**
 * The plain text of nodes, on one line. Where a block begins or ends, there is a gap; unknown elements count as part of a line.
 *
 * @param hasPictures whether the `alt` of pictures is part of the text
 */
export function nodesToText(nodes: readonly Node[], hasPictures = false): string {
  let text = ''
  walk(nodes)
  return joinLines(text)

  function walk(from: readonly Node[]): void {
    for (const [at, node] of from.entries()) {
      if (typeof node === 'string') {
        text += node
        continue
      }
      if (isHidden(from, at)) continue
      const rule = elements.get(node.name)
      if (node.name === 'img' && (hasPictures || isEmoji(node.attributes))) text += node.attributes.get('alt') ?? ''
      else if (node.name === 'math') text += sayMath(node)
      else if (rule?.fate === 'goes' || node.name === 'iframe') continue
      else if (node.name === 'br' || node.name === 'img' || (rule !== undefined && rule.place !== 'line')) {
        text += ' '
        walk(node.children)
        text += ' '
      } else {
        // What stood for several players in a row stands close together.
        if (node.attributes.get('class') === 'embed-card') text += ' '
        walk(node.children)
      }
    }
  }
}

/** True for a text of which nothing can be seen: blanks, that of Braille among them, and what Unicode says no font need show. */
export function isUnseen(text: string): boolean {
  return /^[\s\p{Default_Ignorable_Code_Point}\u2800]*$/u.test(text)
}
