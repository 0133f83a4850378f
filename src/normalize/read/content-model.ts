import type { HtmlElement, HtmlNode } from './html-tree.ts'

const words = (list: string) => new Set(list.split(' '))

/** Elements that stand within a line (HTML, section 3.2.5.2.5). */
const phrasing = words(
  'a abbr acronym audio b bdi bdo big br cite code del dfn em i img ins kbd mark picture q ruby s samp small source span strike strong sub sup time tt u var video wbr rp rt',
)

/** Of them, those that may hold whatever stands where they stand. */
const transparent = words('a audio del ins video')

/** What needs a list, a table, a figure around it, and is none of the text itself. */
export const tableParts = words('caption col colgroup tbody td tfoot th thead tr')

/** What answers to a click: a link can hold none of it. */
export const interactive = words('a audio details video')

export const headings = words('h1 h2 h3 h4 h5 h6')

const memory = new WeakMap<HtmlElement, boolean>()

/** Whether a node starts a line of its own: it cannot stand in a paragraph, a heading, or a mark within a line. */
export function isBlock(node: HtmlNode): boolean {
  if (typeof node === 'string') return false
  if (!phrasing.has(node.name)) return true
  if (!transparent.has(node.name)) return false
  const known = memory.get(node) ?? node.children.some(isBlock)
  memory.set(node, known)
  return known
}

/** An element within a line that can hold nothing but what stands in a line. */
export function isMark({ name }: HtmlElement): boolean {
  return phrasing.has(name) && !transparent.has(name)
}

/** Whether an element of one of the names is somewhere in the nodes. */
export function holds(nodes: readonly HtmlNode[], names: ReadonlySet<string>): boolean {
  return nodes.some((node) => typeof node !== 'string' && (names.has(node.name) || holds(node.children, names)))
}

/** White space, and signs that take no place. */
const unseen = /^(?:\s|&nbsp;|[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff])*$/

export function isBlank(node: HtmlNode): boolean {
  return typeof node === 'string' && /^\s*$/.test(node)
}

/** Whether somebody who hears the page would hear something: a letter, or the text of a picture. */
export function isHeard(node: HtmlNode): boolean {
  if (typeof node === 'string') return !unseen.test(node)
  return node.name === 'img' ? / alt="[^"]*[^"\s]/.test(node.attributes) : node.children.some(isHeard)
}

export function isElement<Name extends string>(
  node: HtmlNode | undefined,
  ...names: readonly Name[]
): node is HtmlElement & { name: Name } {
  return typeof node === 'object' && (names as readonly string[]).includes(node.name)
}

/** Runs of nodes of which the same is true, in order. */
export function group(nodes: readonly HtmlNode[], test: (node: HtmlNode) => boolean): [is: boolean, run: HtmlNode[]][] {
  const runs: [boolean, HtmlNode[]][] = []
  for (const node of nodes) {
    const is = test(node)
    const last = runs.at(-1)
    if (last?.[0] === is) last[1].push(node)
    else runs.push([is, [node]])
  }
  return runs
}
