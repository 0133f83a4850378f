import { type Element, elementsOf, textOf } from '../xml/element.ts'

const drafts = new Set(['app:draft', 'atom:draft', 'draft'])

/**
 * Whether an entry is meant for readers: one that is marked as a draft (`app:draft`, RFC 5023, section 13.1.1; before that Blogger's
 * `draft`) got into the feed by mistake.
 */
export function isPublic(entry: Element): boolean {
  return !elementsOf(entry).some((part) => {
    const parts = part.name === 'app:control' ? elementsOf(part) : [part]
    return parts.some((one) => drafts.has(one.name) && /^\s*(yes|true)\s*$/i.test(textOf(one)))
  })
}
