import { fitFlow, fitPhrasing } from './conform-html.ts'
import { type Element, hasWords, isBlank, makeElement, type Node, withChildren } from './content-tree.ts'
import { fitTerm } from './mend-lists.ts'

const groups = new Set(['thead', 'tbody', 'tfoot'])
const cells = new Set(['td', 'th'])

/** A table in its order: caption, columns, head, bodies, foot (HTML, section 4.9.1). What is no part of it stands before it. */
export function mendTable(element: Element): Node[] {
  const stray: Node[] = []
  const columns: Element[] = []
  const rows: { group: string; attributes: Map<string, string>; rows: Node[] }[] = []
  let caption: Element | undefined
  for (const child of element.children) {
    if (isBlank(child)) continue
    if (typeof child === 'string') stray.push(child)
    else if (child.name === 'caption' && caption === undefined) caption = child
    else if (child.name === 'colgroup') columns.push(child)
    else if (child.name === 'col') columns.push(makeElement('colgroup', [child]))
    else if (groups.has(child.name))
      rows.push({ group: child.name, attributes: child.attributes, rows: child.children })
    else if (child.name === 'tr' || cells.has(child.name)) addRow(rows, child)
    else stray.push(child)
  }
  const before = fitFlow(stray)
  const bodies = rows.map(({ group, attributes, rows: inner }) =>
    makeElement(group, fitRows(inner, group === 'thead'), attributes),
  )
  const filled = bodies.filter(({ children }) => children.length > 0)
  if (filled.length === 0)
    return [...before, ...(caption === undefined ? [] : [makeElement('div', fitFlow(caption.children))])]
  const title = caption === undefined ? [] : [withChildren(caption, fitPhrasing(caption.children))]
  return [...before, withChildren(element, [...title, ...columns.map(fitColumns), ...order(filled)])]
}

/** Rows without a group come into the body before them. */
function addRow(rows: { group: string; attributes: Map<string, string>; rows: Node[] }[], child: Element): void {
  const last = rows.at(-1)
  if (last !== undefined && last.group === 'tbody' && last.attributes.size === 0) last.rows = [...last.rows, child]
  else rows.push({ group: 'tbody', attributes: new Map(), rows: [child] })
}

/** One head and one foot; another is a body like any. */
function order(parts: Element[]): Element[] {
  const head = parts.find(({ name }) => name === 'thead')
  const foot = parts.findLast(({ name }) => name === 'tfoot')
  const bodies = parts.filter((part) => part !== head && part !== foot)
  return [
    ...(head === undefined ? [] : [head]),
    ...bodies.map((body) => withChildren(body, body.children, 'tbody')),
    ...(foot === undefined ? [] : [foot]),
  ]
}

function fitColumns(group: Element): Element {
  const columns = group.children.filter((child) => typeof child === 'object' && child.name === 'col')
  return columns.length === 0 ? group : makeElement('colgroup', columns)
}

/** Cells without a row get one; what is no cell gets one around it. */
function fitRows(nodes: Node[], isHead: boolean): Node[] {
  const rows: Element[] = []
  const loose = new Set<Element>()
  for (const node of nodes) {
    if (isBlank(node)) continue
    const last = rows.at(-1)
    if (typeof node === 'object' && node.name === 'tr') rows.push(node)
    else if (last !== undefined && loose.has(last)) last.children.push(node)
    else {
      const row = makeElement('tr', [node])
      loose.add(row)
      rows.push(row)
    }
  }
  return rows
    .map((row) => withChildren(row, fitCells(row.children, isHead)))
    .filter(({ children }) => children.length > 0)
}

/** A head says what it is the head of: the row that it begins, else its column. */
function fitCells(nodes: Node[], isInHead: boolean): Element[] {
  const shown = nodes.filter((node) => !isBlank(node))
  return shown.map((node, index) => {
    if (typeof node === 'string' || !cells.has(node.name)) return makeElement('td', fitFlow([node]))
    if (node.name === 'td' || !hasWords(node.children)) {
      const attributes = [...node.attributes].filter(([key]) => key !== 'scope' && key !== 'abbr')
      return makeElement('td', fitFlow(node.children), new Map(attributes))
    }
    const isOfRow = index === 0 && !isInHead && shown.some((other) => typeof other === 'object' && other.name === 'td')
    const scope = node.attributes.get('scope') ?? (isOfRow ? 'row' : 'col')
    return makeElement('th', fitTerm(node.children), new Map([...node.attributes, ['scope', scope]]))
  })
}
