import { fitSpans } from './fit-spans.ts'
import { type FitNodes, type Fitted, type FittedElement, fit, type Place, refit, saysSomething } from './fitted.ts'
import { type Attributes, type Element, isBlank, makeElement, type Node, noAttributes } from './nodes.ts'

const groups = new Set(['thead', 'tbody', 'tfoot'])
const cells = new Set(['td', 'th'])

type Group = { name: string; attributes: Attributes; rows: Node[] }

/** A table in its order: caption, columns, head, bodies, foot (HTML, section 4.9.1). What is no part of a table is moved before it. */
export function fitTable(element: Element, place: Place, fitNodes: FitNodes): Fitted[] {
  const stray: Node[] = []
  const columns: Element[] = []
  const parts: Group[] = []
  let caption: Element | undefined
  for (const child of element.children) {
    if (isBlank(child)) continue
    if (typeof child === 'string') stray.push(child)
    else if (child.name === 'caption' && caption === undefined) caption = child
    else if (child.name === 'colgroup') columns.push(child)
    else if (child.name === 'col') columns.push(makeElement('colgroup', [child]))
    else if (groups.has(child.name)) {
      parts.push({ name: child.name, attributes: child.attributes, rows: [...child.children] })
    } else if (child.name === 'tr' || cells.has(child.name)) addRow(parts, child)
    else stray.push(child)
  }
  const before = fitNodes(stray, place)
  const filled = parts
    .map((part) => fit(part.name, fitRows(part.rows, part.name === 'thead', place, fitNodes), part.attributes))
    .filter(({ children }) => children.length > 0)
  if (filled.length === 0) {
    return caption === undefined ? before : [...before, fit('div', fitNodes(caption.children, place))]
  }
  const { bodies, columnCount } = fitSpans(order(filled))
  const title = caption === undefined ? [] : [refit(caption, fitNodes(caption.children, { ...place, gap: ' ' }))]
  return [...before, refit(element, [...title, ...fitColumns(columns, columnCount), ...bodies])]
}

/** A row without a group goes into the body before it. */
function addRow(parts: Group[], child: Element): void {
  const last = parts.at(-1)
  if (last !== undefined && last.name === 'tbody' && last.attributes.size === 0) last.rows.push(child)
  else parts.push({ name: 'tbody', attributes: noAttributes, rows: [child] })
}

/** The first head and the last foot are kept; any other becomes a body. */
function order(parts: readonly FittedElement[]): FittedElement[] {
  const head = parts.find(({ name }) => name === 'thead')
  const foot = parts.findLast(({ name }) => name === 'tfoot')
  const bodies = parts.filter((part) => part !== head && part !== foot)
  return [
    ...(head === undefined ? [] : [head]),
    ...bodies.map((body) => refit(body, body.children, 'tbody')),
    ...(foot === undefined ? [] : [foot]),
  ]
}

/**
 * Keep `col` elements only if they are as many as the columns of the rows (HTML, section 4.9.12.1): their number is all that they say
 * without a style.
 */
function fitColumns(columnGroups: readonly Element[], columnCount: number): FittedElement[] {
  let count = 0
  const fitted: FittedElement[] = []
  for (const group of columnGroups) {
    const columns = group.children.filter(
      (child): child is Element => typeof child === 'object' && child.name === 'col',
    )
    count += columns.length === 0 ? spanOf(group) : columns.reduce((sum, column) => sum + spanOf(column), 0)
    const rest = new Map([...group.attributes].filter(([key]) => key !== 'span'))
    const own = columns.map((column) => fit('col', [], column.attributes))
    fitted.push(columns.length === 0 ? fit('colgroup', [], group.attributes) : fit('colgroup', own, rest))
  }
  return count === columnCount ? fitted : []
}

function spanOf({ attributes }: Element): number {
  return Number(attributes.get('span') ?? 1)
}

/** Cells without a row get one; other content gets a cell around it. */
function fitRows(nodes: readonly Node[], isHead: boolean, place: Place, fitNodes: FitNodes): FittedElement[] {
  const rows: Element[] = []
  let loose: Element | undefined
  for (const node of nodes) {
    if (isBlank(node)) continue
    if (typeof node === 'object' && node.name === 'tr') {
      rows.push(node)
      loose = undefined
    } else if (loose !== undefined) {
      loose.children.push(node)
    } else {
      loose = makeElement('tr', [node])
      rows.push(loose)
    }
  }
  return rows
    .map((row) => refit(row, fitCells(row.children, isHead, place, fitNodes)))
    .filter(({ children }) => children.length > 0)
}

/** A header cell gets a scope: the row that it begins, else its column. */
function fitCells(nodes: readonly Node[], isInHead: boolean, place: Place, fitNodes: FitNodes): FittedElement[] {
  const shown = nodes.filter((node) => !isBlank(node))
  const hasCells = shown.some((other) => typeof other === 'object' && other.name === 'td')
  return shown.map((node, index) => {
    if (typeof node === 'string' || !cells.has(node.name)) return fit('td', fitNodes([node], place))
    const kids = fitNodes(node.children, node.name === 'th' ? { ...place, hasNoHeadings: true } : place)
    if (node.name === 'td' || !kids.some(saysSomething)) {
      const attributes = [...node.attributes].filter(([key]) => key !== 'scope' && key !== 'abbr')
      return fit('td', kids, new Map(attributes))
    }
    const isOfRow = index === 0 && !isInHead && hasCells
    const scope = node.attributes.get('scope') ?? (isOfRow ? 'row' : 'col')
    return fit('th', kids, new Map([...node.attributes, ['scope', scope]]))
  })
}
