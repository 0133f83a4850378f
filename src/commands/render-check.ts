import { countColumns } from '../text/count-columns.ts'
import { cutColumns } from '../text/cut-columns.ts'
import { makeLine } from '../text/make-line.ts'
import { wrapText } from '../text/wrap-text.ts'
import type { Finding } from './check-feed.ts'

/** The findings for one feed, with its line in feeds.yaml. */
export type FeedCheck = { url: string; name: string; line: number; isAsked: boolean; findings: Finding[] }

/** What `planet check` found out. */
export type Check = {
  file: string
  /** The number of listed feeds, and of those that were asked. */
  feeds: number
  asked: number
  /** False: none was to be asked. */
  network: boolean
  /** Of the planet's own theme, as feeds.yaml has it. */
  themeDir: string | undefined
  theme: Finding[]
  checks: FeedCheck[]
  milliseconds: number
}

/** From this width on, findings have a column of their own. */
const wide = 100

/**
 * Render for a person: one finding after the other, errors first.
 *
 * @param columns of the terminal: longer lines are wrapped, indented by two more blanks
 */
export function renderCheck(
  { file, feeds, asked, network, themeDir, theme, checks, milliseconds }: Check,
  columns: number,
): string {
  const rows = checks.flatMap(({ name, line, findings }) =>
    findings.map((finding) => ({ label: `${cut(makeLine(name))} (line ${line})`, finding })),
  )
  const errors = rows.filter(({ finding }) => finding.level === 'error')
  const warnings = rows.filter(({ finding }) => finding.level === 'warning')
  const width = Math.max(0, ...rows.map(({ label }) => countColumns(label)))
  const lines = [...errors, ...warnings].flatMap(({ label, finding }) => {
    const sign = `  ${signOf(finding)} `
    if (columns < wide) return wrapText(`${label}: ${say(finding)}`, columns, sign, '      ')
    const head = `${sign}${label}${' '.repeat(width - countColumns(label))}  `
    return wrapText(say(finding), columns, head, ' '.repeat(countColumns(head)))
  })
  const seconds = (milliseconds / 1000).toFixed(1)
  const bad = theme.filter(({ level }) => level === 'error').length + errors.length
  const count = `${countOf(bad, 'error')}, ${countOf(warnings.length + theme.length - theme.filter(({ level }) => level === 'error').length, 'warning')}`
  return [
    `${file.padEnd(12)} ok, ${countOf(feeds, 'feed')}`,
    `${'theme'.padEnd(12)} ${theme.length === 0 ? `ok (${themeDir ?? 'built-in'})` : ''}`.trimEnd(),
    ...theme.flatMap((finding) => wrapText(say(finding), columns, `  ${signOf(finding)} `, '    ')),
    `${'feeds'.padEnd(12)} ${network ? `${asked} asked, ${seconds} s` : 'not asked'}`,
    ...lines,
    count,
    '',
  ].join('\n')
}

/**
 * Render for GitHub Actions: annotations at the lines of feeds.yaml (workflow commands).
 *
 * @param file its path in the repository
 */
export function renderAnnotations({ checks, theme }: Check, file: string): string {
  const lines = checks.flatMap(({ name, line, findings }) =>
    findings.map(
      (finding) =>
        `::${finding.level} file=${escapeProperty(file)},line=${line},title=${escapeProperty(makeLine(name))}::${escapeData(say(finding))}\n`,
    ),
  )
  return [...theme.map((finding) => `::${finding.level} title=theme::${escapeData(say(finding))}\n`), ...lines].join('')
}

function signOf({ level }: Finding): string {
  return level === 'error' ? '✗' : '!'
}

function say({ message, advice }: Finding): string {
  return makeLine(advice === undefined ? message : `${message}; ${advice}`)
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}

function cut(name: string): string {
  return cutColumns(name, 28)
}

function countOf(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`
}
