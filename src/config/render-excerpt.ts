import { countColumns } from '../text/count-columns.ts'
import { escapeControl } from '../text/escape-control.ts'

/** Columns shown of a long line, and how many of them before the mistake. */
const shown = 100
const before = 60

/**
 * The line of a mistake with a caret run under it, as compilers show it; empty where the line is empty.
 *
 * @param column from 1, in UTF-16 units, as editors count
 */
export function renderExcerpt(given: string, number: number, column: number, width: number): string {
  if (given.trim() === '') return ''
  // A password in an address is for nobody who reads the log.
  const line = given.replace(
    /(:\/\/[^\s:@/]*:)([^\s@]+)(?=@)/g,
    (_, before, secret) => before + '*'.repeat(secret.length),
  )
  const start = column - 1 > before ? column - 1 - before : 0
  const text = escapeControl(line.slice(start, start + shown))
  const lead = escapeControl(line.slice(start, column - 1))
  const marked = escapeControl(line.slice(column - 1, Math.min(column - 1 + width, start + shown)))
  const label = String(number)
  const cut = { left: start > 0 ? '…' : '', right: line.length > start + shown ? '…' : '' }
  const carets = '^'.repeat(Math.max(1, countColumns(marked)))
  return [
    '',
    `  ${label} | ${cut.left}${text}${cut.right}`,
    `  ${' '.repeat(label.length)} | ${' '.repeat(countColumns(cut.left + lead))}${carets}`,
  ].join('\n')
}
