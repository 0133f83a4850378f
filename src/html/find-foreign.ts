import type { Element } from './nodes.ts'

/** Drawings and formulas, and the elements in them whose content is HTML again (HTML, section 13.2.6.5). */
export const foreign: ReadonlySet<string> = new Set(['svg', 'math'])
const integrations = new Set(['foreignobject', 'desc', 'title', 'mi', 'mo', 'mn', 'ms', 'mtext', 'annotation-xml'])

/** The index, among the open elements, of the drawing or formula in which the next node stands; -1 where that node is HTML. */
export function findForeign(open: readonly Element[]): number {
  for (let at = open.length - 1; at > 0; at--) {
    const name = open[at]?.name ?? ''
    if (foreign.has(name)) return at
    if (integrations.has(name)) return -1
  }
  return -1
}
