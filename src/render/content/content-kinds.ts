import type { Node } from './content-tree.ts'

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

/** What stands within a line (HTML, section 3.2.5.2.5), of what the sanitiser lets through. */
export const phrasing = words(
  'a abbr acronym audio b bdi bdo big br cite code del dfn em i img ins kbd mark picture q ruby s samp small span strike strong sub sup time tt u var video wbr',
)
/** What takes the place of its parent: blocks may stand in it where they may stand around it. */
export const transparent = words('a ins del')
export const headings = words('h1 h2 h3 h4 h5 h6')
/** What can be used, or becomes a box that scrolls: not within a link. */
export const interactive = words('a audio details pre table video')
/** What belongs into one kind of element only, and is something else outside of it. */
export const partsOfTables = words('caption col colgroup tbody td tfoot th thead tr')

/** True for what cannot stand within a line. */
export function isBlock(node: Node): boolean {
  if (typeof node === 'string') return false
  if (transparent.has(node.name)) return node.children.some(isBlock)
  return !phrasing.has(node.name)
}
