import { type AttributeFindings, cleanAttributes } from './clean-attributes.ts'
import { findCodeLanguage } from './code-languages.ts'
import { findSide } from './find-side.ts'
import type { Element } from './nodes.ts'

/**
 * Add the attributes that are ours: the side at which an element stands, the language of its code, and an id from an old `name`, to which
 * links within the post lead.
 *
 * @param name the element's name in the result
 * @param clean the attributes of the result, changed in place
 * @param language of the code around it
 */
export function addOwnAttributes(
  element: Element,
  name: string,
  clean: Map<string, string>,
  cleaning: { base: string | undefined; findings: AttributeFindings; isOurs: boolean },
  language: string | undefined,
): void {
  const side = findSide(element.name, element.attributes)
  if (side !== undefined) clean.set('class', side)
  if (name === 'pre' || name === 'code') {
    const own = findCodeLanguage(element.name, element.attributes) ?? (name === 'pre' ? language : undefined)
    if (own !== undefined) clean.set('class', `language-${own}`)
  }
  const anchor = name === 'a' && !element.attributes.has('id') ? element.attributes.get('name') : undefined
  if (anchor === undefined) return
  const id = cleanAttributes('a', new Map([['id', anchor]]), [], cleaning).get('id')
  if (id !== undefined) clean.set('id', id)
}
