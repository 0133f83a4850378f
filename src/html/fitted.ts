import { elements } from './elements.ts'
import { type Attributes, type Element, type Node, noAttributes } from './nodes.ts'

/** A node that fits where it stands. What its parents need to know of it is computed once, when it is made. */
export type FittedElement = {
  name: string
  attributes: Attributes
  children: Fitted[]
  /** It cannot stand within a line, or holds something that cannot. */
  isBlock: boolean
  /** Something in it can be read: a text, a picture's words. */
  hasWords: boolean
  /** Something in it is interactive, or is a box that scrolls. */
  isUsed: boolean
}
export type Fitted = FittedElement | string

/** What holds at a place in a post. */
export type Place = {
  /** Only phrasing content may stand here: a block becomes its content, with this gap around it. */
  gap: string | undefined
  /** The open elements of those that must not stand in their own kind. */
  open: ReadonlySet<string>
  /** A heading becomes a line in bold here: in a term, in the head of a column, in an address. */
  hasNoHeadings: boolean
}

/** Makes nodes fit a place; each node is visited once. */
export type FitNodes = (nodes: readonly Node[], place: Place) => Fitted[]

export function fit(name: string, children: Fitted[], attributes: Attributes = noAttributes): FittedElement {
  const rule = elements.get(name)
  const isBlock = rule?.isTransparent ? children.some(isBlockNode) : rule !== undefined && rule.place !== 'line'
  const hasWords = name === 'img' ? (attributes.get('alt') ?? '').trim() !== '' : children.some(saysSomething)
  const isUsed = rule?.isInteractive === true || children.some((child) => typeof child !== 'string' && child.isUsed)
  return { name, attributes, children, isBlock, hasWords, isUsed }
}

/** The same element with other content, or under another name. */
export function refit(element: Element, children: Fitted[], name = element.name): FittedElement {
  return fit(name, children, element.attributes)
}

export function isBlockNode(node: Fitted): boolean {
  return typeof node !== 'string' && node.isBlock
}

export function saysSomething(node: Fitted): boolean {
  return typeof node === 'string' ? /[^\s\u00a0]/.test(node) : node.hasWords
}

/** Put a node behind others: texts side by side are one. */
export function append(to: Fitted[], node: Fitted): void {
  const last = to.length - 1
  const before = to[last]
  if (typeof node === 'string' && typeof before === 'string') to[last] = before + node
  else if (node !== '') to.push(node)
}

export function appendAll(to: Fitted[], nodes: readonly Fitted[]): void {
  for (const node of nodes) append(to, node)
}

/** The names of open elements, and one more. */
export function withOpen(open: ReadonlySet<string>, name: string): ReadonlySet<string> {
  return open.has(name) ? open : new Set([...open, name])
}
