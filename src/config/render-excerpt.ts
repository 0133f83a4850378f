import { countColumns } from '../text/count-columns.ts'
import { escapeControl } from '../text/escape-control.ts'
import { isSecretName } from './is-secret-name.ts'

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
  const line = hideSecrets(given)
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

/** A key and its value in one line of YAML. */
const pair =
  /(?<![\w-])([\w-]+)(["']?\s{0,20}:\s{1,20})("[^"]*"|'[^']*'|(?:\$\{[^}]*\}|[^\s"',{}#])(?:\$\{[^}]*\}|[^,{}#])*)/g

/**
 * Hide passwords in addresses, and headers by which a server knows us, from readers of the log. Asterisks keep the length, since a caret
 * stands below.
 */
function hideSecrets(line: string): string {
  return line
    .replace(/(:\/\/[^\s:@/]{0,200}:)([^\s@]{1,2000})(?=@)/g, (_, before, secret) => before + '*'.repeat(secret.length))
    .replace(pair, (all, name: string, between: string, value: string) => {
      return isSecretName(name) && !value.includes('${') ? name + between + '*'.repeat(value.length) : all
    })
}
