import { cleanText } from '../../../html/clean-text.ts'
import { unwrapSection } from '../../../html/unwrap-section.ts'

/**
 * An element of a feed, whichever reader made it.
 *
 * `name` is lower-case. From a reader it is as written ("atom:title"); after `resolveNames` it has the usual prefix of
 * its namespace: none for RSS's own elements ("title"), "atom:title", "dc:creator", "xhtml:p".
 */
export type Element = {
  name: string
  attributes: Attributes
  children: Node[]
  /** The document ended in the middle of this element; set on the top, and on an entry. */
  isCut?: true
}

/** Lower-case names, values as written. */
export type Attributes = Record<string, string>

export type Node = Element | string

/** The elements among a node's children, by name. */
export type Fields = Map<string, Element[]>

/** Greatest depth of a tree: deeper text belongs to the last element. */
export const maxTreeDepth = 256

/** The child elements, in order. */
export function elementsOf(element: Element): Element[] {
  return element.children.filter((child) => typeof child !== 'string')
}

/** The members of a list in RDF (`rdf:Bag`, `rdf:Seq`, `rdf:Alt`); of an element that holds none, the element itself. */
export function membersOf(element: Element): Element[] {
  const [first] = element.children.length === 0 ? [] : elementsOf(element)
  if (first === undefined || !/^rdf:(bag|seq|alt)$/.test(first.name)) return [element]
  return elementsOf(first).map((member) => ({ ...member, name: element.name }))
}

/** All text below an element, in order, as written; of a CDATA section that was escaped, what is in it. */
export function textOf(element: Element): string {
  const [first] = element.children
  if (element.children.length <= 1 && typeof first !== 'object') return first === undefined ? '' : unwrapSection(first)
  return element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('')
}

/** The child elements by name, each list in the order of the feed. */
export function fieldsOf(element: Element): Fields {
  const fields: Fields = new Map()
  for (const child of element.children) {
    if (typeof child === 'string') continue
    const same = fields.get(child.name)
    if (same === undefined) fields.set(child.name, [child])
    else same.push(child)
  }
  return fields
}

/** Every element of any of these names, name by name. */
export function allKinds(fields: Fields, names: readonly string[]): Element[] {
  const all: Element[] = []
  for (const name of names) {
    const found = fields.get(name)
    if (found !== undefined) all.push(...found)
  }
  return all
}

/** Whether there is an element of any of these names. */
export function hasKind(fields: Fields, names: ReadonlySet<string>): boolean {
  for (const name of fields.keys()) if (names.has(name)) return true
  return false
}

/** The first text that is not blank among the elements of these names, trimmed. */
export function firstText(fields: Fields, names: readonly string[]): string | undefined {
  for (const name of names) {
    for (const element of fields.get(name) ?? []) {
      const text = cleanText(textOf(element)).trim()
      if (text !== '') return text
    }
  }
  return undefined
}
