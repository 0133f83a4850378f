import { makeLine } from '../text/make-line.ts'
import type { Inspection } from './make-inspection.ts'

/** Entries that are listed; the others are only counted. */
const listed = 20

/** A feed's contents, for its author: what is there, what is missing, what to mend. */
export function renderInspection({ source, error, warnings, feed, entries }: Inspection): string {
  if (feed === null) return `${makeLine(source)}\n  no feed: ${makeLine(error ?? '')}\n\n`
  const lines = [
    makeLine(source),
    field('title', feed.title),
    field('blog', feed.link),
    field('feed', feed.feedUrl),
    field('about', feed.subtitle),
    field('author', feed.author?.name),
    field('language', feed.language),
    field('made by', feed.generator),
    '',
    ...(warnings.length === 0 ? [] : ['  To mend:', ...warnings.map((warning) => `    ! ${makeLine(warning)}`), '']),
    `  ${entries.length} ${entries.length === 1 ? 'entry' : 'entries'}${entries.length === 0 ? '' : ':'}`,
    ...entries.slice(0, listed).flatMap(renderEntry),
    ...(entries.length > listed ? [`    … and ${entries.length - listed} more`] : []),
  ]
  return `${lines.filter((line) => line !== undefined).join('\n')}\n\n`
}

function renderEntry(entry: Inspection['entries'][number]): string[] {
  const date = entry.published ?? entry.updated
  const missing = [
    ...(entry.id === null
      ? [entry.link === null ? 'no id: edited, it counts as new' : 'no id: its link stands in']
      : []),
    ...(entry.link === null ? ['no link'] : []),
    ...(date === null ? ['no date: it will stand where it was first seen'] : []),
    ...(entry.contentHtml === null && entry.summaryHtml === null ? ['no text'] : []),
  ]
  const by = entry.authors.flatMap((author) => author?.name ?? [])
  return [
    `    ${date === null ? '(no date)       ' : date.toISOString().slice(0, 16).replace('T', ' ')}  ${makeLine(entry.title ?? '(no title)')}`,
    ...(entry.link === null ? [] : [`                      ${makeLine(entry.link)}`]),
    ...(by.length === 0 ? [] : [`                      by ${makeLine(by.join(', '))}`]),
    ...missing.map((what) => `                      ! ${what}`),
  ]
}

function field(label: string, value: string | null | undefined): string | undefined {
  return value ? `  ${label.padEnd(9)} ${makeLine(value)}` : undefined
}
