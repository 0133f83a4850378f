/** A node of a post's HTML: an element, or a text with its character references decoded. */
export type Node = Element | string

/** Lower-case names, values decoded. */
export type Attributes = ReadonlyMap<string, string>

export type Element = {
  /** Lower case. */
  name: string
  attributes: Attributes
  children: Node[]
}

/** No attributes, as most elements have. */
export const noAttributes: Attributes = new Map()

export function makeElement(name: string, children: Node[], attributes: Attributes = noAttributes): Element {
  return { name, attributes, children }
}

/** White space alone. A no-break space is not blank: it keeps the nodes around it apart. */
export function isBlank(node: Node): boolean {
  return typeof node === 'string' && /^[\t\n\f\r ]*$/.test(node)
}

/** An attribute's value, trimmed; `undefined` where it is absent or empty. */
export function attributeOf(attributes: Attributes, name: string): string | undefined {
  return attributes.get(name)?.trim() || undefined
}
