import { type AttributeFindings, cleanAttributes } from './clean-attributes.ts'
import { findCodeLanguage } from './code-languages.ts'
import { findSide } from './find-side.ts'
import type { Element } from './nodes.ts'

/**
 * Say of an element what we say ourselves: at which side it stands, in which language its code is, where links within the post led to
 * before there were ids.
 *
 * @param name what it is called from now on
 * @param clean its attributes from now on, changed in place
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
