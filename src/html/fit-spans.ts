import { type FittedElement, refit } from './fitted.ts'
import type { Attributes } from './nodes.ts'

/** Most slots visited for each cell: cells that span are few and small, or an attack. */
const slotsPerCell = 32

type Cell = { element: FittedElement; column: number; columns: number; rows: number }

/**
 * Spans of cells that HTML's table model allows (section 4.9.12): no cell covers another, none reaches beyond its group of rows, and in
 * each column and row some cell begins. Cells that break this span less, or nothing at all.
 *
 * @param groups of rows, in their order
 * @returns the same groups with spans that fit, and the number of columns
 */
export function fitSpans(groups: readonly FittedElement[]): { bodies: FittedElement[]; columnCount: number } {
  const isSpanned = groups.some(({ children }) =>
    children.some((row) => typeof row === 'object' && row.children.some(spans)),
  )
  if (!isSpanned) return { bodies: [...groups], columnCount: widest(groups) }
  const placed = groups.map(placeCells)
  const laid = placed.every((group) => group !== undefined) ? placed : undefined
  if (laid === undefined) {
    const bodies = groups.map((group) => mapCells(group, (cell) => withSpans(cell, 1, 1)))
    return { bodies, columnCount: widest(groups) }
  }
  // A column in which no cell begins does not count: a cell that spans it spans one less.
  const starts = [...new Set(laid.flat(2).map(({ column }) => column))].sort((a, b) => a - b)
  const before = (column: number) => countBelow(starts, column)
  const spansOf = new Map(
    laid.flat(2).map((cell) => {
      const columns = before(cell.column + cell.columns) - before(cell.column)
      return [cell.element, withSpans(cell.element, columns, cell.rows)]
    }),
  )
  const bodies = groups.map((group) => mapCells(group, (cell) => spansOf.get(cell) ?? cell))
  return { bodies, columnCount: starts.length }
}

function spans(cell: FittedElement | string): boolean {
  return typeof cell === 'object' && (cell.attributes.has('colspan') || cell.attributes.has('rowspan'))
}

function widest(groups: readonly FittedElement[]): number {
  let most = 0
  for (const { children } of groups) {
    for (const row of children) if (typeof row === 'object') most = Math.max(most, row.children.length)
  }
  return most
}

/** Where each cell of a group of rows stands; `undefined` where they cover one another, or it would take too long to tell. */
function placeCells(group: FittedElement): Cell[][] | undefined {
  const rows = group.children as FittedElement[]
  /** For each column, the row up to which a cell from above takes it. */
  const taken: number[] = []
  let steps = rows.reduce((sum, { children }) => sum + children.length, 0) * slotsPerCell + 1000
  const placed: Cell[][] = []
  for (const [index, row] of rows.entries()) {
    let column = 0
    const cells: Cell[] = []
    for (const element of row.children as FittedElement[]) {
      while ((taken[column] ?? 0) > index) {
        column += 1
        if (--steps < 0) return undefined
      }
      const columns = Number(element.attributes.get('colspan') ?? 1)
      const wanted = Number(element.attributes.get('rowspan') ?? 1)
      const below = rows.length - index
      const tall = wanted === 0 ? below : Math.min(wanted, below)
      for (let at = column; at < column + columns; at++) {
        if ((taken[at] ?? 0) > index) return undefined
        taken[at] = index + tall
        if (--steps < 0) return undefined
      }
      cells.push({ element, column, columns, rows: tall })
      column += columns
    }
    // A row that cells from above take as a whole would have no cell of its own.
    placed.push(cells)
  }
  return placed
}

function mapCells(group: FittedElement, change: (cell: FittedElement) => FittedElement): FittedElement {
  return refit(
    group,
    (group.children as FittedElement[]).map((row) => refit(row, (row.children as FittedElement[]).map(change))),
  )
}

function withSpans(cell: FittedElement, columns: number, rows: number): FittedElement {
  if (!spans(cell)) return cell
  const attributes = new Map<string, string>()
  for (const [name, value] of cell.attributes) {
    if (name === 'colspan') setSpan(attributes, name, columns)
    else if (name === 'rowspan') setSpan(attributes, name, rows)
    else attributes.set(name, value)
  }
  return refit({ ...cell, attributes: attributes as Attributes }, cell.children)
}

function setSpan(attributes: Map<string, string>, name: string, count: number): void {
  if (count > 1) attributes.set(name, String(count))
}

/** How many of these ascending numbers are below the limit. */
function countBelow(numbers: readonly number[], limit: number): number {
  let low = 0
  let high = numbers.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((numbers[middle] ?? 0) < limit) low = middle + 1
    else high = middle
  }
  return low
}
