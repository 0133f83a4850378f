import { group, isBlank, isElement, isHeard } from './content-model.ts'
import type { HtmlElement, HtmlNode } from './html-tree.ts'

const make = (name: string, children: HtmlNode[]): HtmlElement => ({ name, attributes: '', children })

/** A row holds cells; what else is in it goes before it, and before the table in the end, where browsers show it. */
export function mendRow(row: HtmlElement): HtmlNode[] {
  const cells = row.children.filter((child) => isElement(child, 'td', 'th') || isBlank(child))
  const others = row.children.filter((child) => !cells.includes(child))
  return cells.every(isBlank) ? others : [...others, { ...row, children: cells }]
}

/** Rows in a part of a table. Cells without a row get one. */
export function mendRows(part: HtmlElement): HtmlNode[] {
  const flat = part.children.flatMap((child) =>
    isElement(child, 'thead', 'tbody', 'tfoot') ? child.children : [child],
  )
  const rows = wrapCells(flat)
  const kept = rows.filter((child) => isElement(child, 'tr') || isBlank(child))
  const others = rows.filter((child) => !kept.includes(child))
  return kept.every(isBlank) ? others : [...others, { ...part, children: kept }]
}

/** The order of a table's parts (HTML, section 4.9.1). */
const order = ['caption', 'colgroup', 'thead', 'tbody', 'tfoot']

/** A table with its parts in their order; what is none of them goes before it. */
export function mendTable(table: HtmlElement): HtmlNode[] {
  const parts = wrapRows(wrapColumns(wrapCells(table.children)))
  const others = parts.filter((part) => !isElement(part, 'tr', ...order) && !isBlank(part))
  const kept = parts.filter((part) => !others.includes(part))
  if (kept.every((part) => isBlank(part) || isElement(part, 'caption', 'colgroup'))) {
    return [...others, ...kept.flatMap((part) => (isElement(part, 'caption') ? [{ ...part, name: 'div' }] : []))]
  }
  if (isInOrder(kept)) return [...others, { ...table, children: scopeHeadings(kept) }]

  const [caption, ...captions] = kept.filter((part) => isElement(part, 'caption'))
  const [head] = kept.filter((part) => isElement(part, 'thead'))
  const [foot] = kept.filter((part) => isElement(part, 'tfoot'))
  const bodies = kept.flatMap((part) => {
    if (isElement(part, 'tbody', 'tr')) return [part]
    return isElement(part, 'thead', 'tfoot') && part !== head && part !== foot ? [{ ...part, name: 'tbody' }] : []
  })
  const columns = kept.filter((part) => isElement(part, 'colgroup'))
  const children = [caption, ...columns, head, ...wrapRows(bodies), foot].filter((part) => part !== undefined)
  return [
    ...others,
    ...captions.map((extra) => ({ ...extra, name: 'div' })),
    { ...table, children: scopeHeadings(children) },
  ]
}

/** A heading of nothing is an empty cell. */
export function mendHeadingCell(cell: HtmlElement): HtmlElement {
  if (cell.children.some(isHeard)) return cell
  return { ...cell, name: 'td', attributes: cell.attributes.replace(/ (scope|abbr)="[^"]*"/g, '') }
}

/**
 * Where heading cells are not just the first row, each says of what it is the heading (WCAG, technique H63): of its column, where
 * the row is all headings; else of its row.
 */
function scopeHeadings(parts: HtmlNode[]): HtmlNode[] {
  const [first = [], ...others] = findRows(parts).map(({ children }) => children.filter((child) => !isBlank(child)))
  const isSimple =
    first.every((cell) => isElement(cell, 'th')) &&
    others.every((row) => row.length === first.length && !row.some((cell) => isElement(cell, 'th')))
  return isSimple ? parts : parts.map((part) => scopePart(part))
}

function findRows(parts: readonly HtmlNode[]): HtmlElement[] {
  return parts.flatMap((part) => {
    if (isElement(part, 'tr')) return [part]
    return isElement(part, 'thead', 'tbody', 'tfoot') ? findRows(part.children) : []
  })
}

function scopePart(part: HtmlNode): HtmlNode {
  if (isElement(part, 'thead', 'tbody', 'tfoot')) return { ...part, children: part.children.map(scopePart) }
  if (!isElement(part, 'tr')) return part
  const scope = part.children.some((cell) => isElement(cell, 'td')) ? 'row' : 'col'
  const children = part.children.map((cell) => {
    if (!isElement(cell, 'th') || cell.attributes.includes(' scope="')) return cell
    return { ...cell, attributes: `${cell.attributes} scope="${scope}"` }
  })
  return { ...part, children }
}

function isInOrder(parts: HtmlNode[]): boolean {
  const ranks = parts
    .filter((part) => typeof part !== 'string')
    .map(({ name }) => order.indexOf(name.replace(/^tr$/, 'tbody')))
  return ranks.every((rank, index) => {
    const before = ranks[index - 1] ?? -1
    return rank > before || (rank === before && (rank === 1 || rank === 3))
  })
}

function wrapCells(nodes: HtmlNode[]): HtmlNode[] {
  return wrap(nodes, 'tr', 'td', 'th')
}

function wrapColumns(nodes: HtmlNode[]): HtmlNode[] {
  return wrap(nodes, 'colgroup', 'col')
}

/** Rows beside parts that have rows get a part of their own. */
function wrapRows(nodes: HtmlNode[]): HtmlNode[] {
  return nodes.some((node) => isElement(node, 'tbody')) ? wrap(nodes, 'tbody', 'tr') : nodes
}

function wrap(nodes: HtmlNode[], name: string, ...names: string[]): HtmlNode[] {
  return group(nodes, (node) => isElement(node, ...names)).flatMap(([is, run]) => (is ? [make(name, run)] : run))
}
