import { makeLine } from '../text/make-line.ts'
import type { Finding } from './check-feed.ts'

/** What was found of one feed, with where it stands. */
export type FeedCheck = { url: string; name: string; line: number; findings: Finding[] }

/** What `planet check` found out. */
export type Check = {
  file: string
  /** Feeds that are listed, and how many of them were asked. */
  feeds: number
  asked: number
  theme: Finding[]
  checks: FeedCheck[]
  milliseconds: number
}

/** For a person: one line a finding, errors first. */
export function renderCheck({ file, feeds, asked, theme, checks, milliseconds }: Check): string {
  const rows = checks.flatMap(({ name, line, findings }) =>
    findings.map((finding) => ({ label: `${cut(makeLine(name))} (line ${line})`, finding })),
  )
  const errors = rows.filter(({ finding }) => finding.level === 'error')
  const warnings = rows.filter(({ finding }) => finding.level === 'warning')
  const width = Math.min(40, Math.max(0, ...rows.map(({ label }) => label.length)))
  const lines = [...errors, ...warnings].map(
    ({ label, finding }) => `  ${finding.level === 'error' ? '✗' : '!'} ${label.padEnd(width)}  ${say(finding)}`,
  )
  const seconds = (milliseconds / 1000).toFixed(1)
  const bad = theme.filter(({ level }) => level === 'error').length + errors.length
  const count = `${countOf(bad, 'error')}, ${countOf(warnings.length + theme.length - theme.filter(({ level }) => level === 'error').length, 'warning')}`
  return [
    `${'feeds.yaml'.padEnd(12)} ok, ${countOf(feeds, 'feed')} (${file})`,
    `${'theme'.padEnd(12)} ${theme.length === 0 ? 'ok' : ''}`.trimEnd(),
    ...theme.map((finding) => `  ${finding.level === 'error' ? '✗' : '!'} ${say(finding)}`),
    `${'feeds'.padEnd(12)} ${asked} asked, ${seconds} s`,
    ...lines,
    count,
    '',
  ].join('\n')
}

/**
 * For GitHub Actions: annotations at the lines of feeds.yaml (workflow commands).
 *
 * @param file as the repository has it
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
  const letters = [...name]
  return letters.length > 28 ? `${letters.slice(0, 27).join('')}…` : name
}

function countOf(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`
}
