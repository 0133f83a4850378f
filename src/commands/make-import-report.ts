import type { ImportedPlanet, NoteGroup } from '../convert/imported-planet.ts'
import { toPlain } from '../convert/to-plain.ts'
import { makeLine } from '../text/make-line.ts'
import { maskPasswords } from '../text/mask-passwords.ts'
import { wrapText } from '../text/wrap-text.ts'

/** `file`: the file that has the line, where a configuration consists of several. */
type Told = { line: number | null; file?: string; message: string }

/** What `planet import --json` prints. */
export type ImportReport = {
  schema: 1
  files: string[]
  into: string
  formats: string[]
  /** How many feeds were read, and how many of them were written. */
  feeds: number
  added: number
  lists: number
  /** How many of those were written. */
  listsAdded: number
  done: boolean
  groups: Record<NoteGroup, Told[]>
}

type Facts = {
  files: string[]
  into: string
  formats: string[]
  planet: ImportedPlanet
  /** Those that stood in feeds.yaml before are among them. */
  feeds: number
  added: number
  listsAdded: number
  isNew: boolean
  isDry: boolean
}

export function makeImportReport({
  files,
  into,
  formats,
  planet,
  feeds,
  added,
  listsAdded,
  isNew,
  isDry,
}: Facts): ImportReport {
  const { items, settings, notes } = planet
  const lists = items.filter(({ kind }) => kind === 'list').length
  const lines = items.reduce((sum, item) => sum + countComments(item), 0)
  const facts = [
    ...(files.length === 0
      ? []
      : [`${count(feeds, 'feed')}${isNew ? (feeds > 1 ? ', in their order' : '') : explainKnown(feeds, added)}`]),
    ...(lists === 0 ? [] : [`${count(lists, 'reading list')}${isNew ? '' : explainKnown(lists, listsAdded)}`]),
    ...listOwnKeys(items),
    ...(lines === 0 || !isNew ? [] : [count(lines, 'line of comments', 'lines of comments')]),
    ...(isNew
      ? settings.flatMap(({ path, value }) =>
          value === undefined ? [] : makeLine(`${path.join('.')}: ${show(value)}`),
        )
      : []),
  ]
  const of = (group: NoteGroup) =>
    notes
      .filter((note) => note.group === group)
      .map(({ line, file, message, isComment }) => ({
        line: line ?? null,
        ...(file === undefined ? {} : { file }),
        message: makeLine(
          maskPasswords(
            isComment ? `${message}; ${isNew ? 'it stands there as a comment' : 'it was not added'}` : message,
          ),
        ),
      }))
  return {
    schema: 1,
    files,
    into,
    formats,
    feeds,
    added,
    lists,
    listsAdded,
    done: !isDry,
    groups: {
      kept: [...facts.map((message) => ({ line: null, message })), ...of('kept')],
      changed: of('changed'),
      dropped: of('dropped'),
      'needs you': of('needs you'),
    },
  }
}

const titles: [NoteGroup, string][] = [
  ['kept', 'Kept'],
  ['changed', 'Changed'],
  ['dropped', 'Dropped'],
  ['needs you', 'Needs you'],
]

/**
 * The report for people: the same message for many lines is written once, with all lines.
 *
 * @param isNew there was no feeds.yaml before
 */
export function renderImportReport(report: ImportReport, isNew: boolean, columns: number): string {
  const { files, into, formats, groups, done, added, listsAdded } = report
  const kinds = [...new Set(formats)].join(', ')
  const isNothing = added + listsAdded === 0 && files.length > 0 && !isNew
  const what = done ? (isNothing ? 'Nothing to add from' : 'Imported') : 'Would import'
  const head = `${what} ${files.length === 0 ? 'the cache' : files.join(', ')} (${files.length === 0 ? 'Venus' : kinds}) ${isNothing && done ? 'to' : 'into'} ${into}${done ? '' : '; nothing was written'}\n`
  const [file] = files.length === 1 ? files : []
  const parts = titles.flatMap(([group, title]) => {
    const notes = groups[group]
    return notes.length === 0
      ? []
      : [
          `\n${title}\n${bound(gather(notes, file))
            .map((text) => `${wrapText(text, columns, '  ', '    ').join('\n')}\n`)
            .join('')}`,
        ]
  })
  return head + parts.join('') + (isNew && done ? next : '')
}

const next = `
Nothing is asked yet. Next:
  planet check    asks each feed, and says what is wrong with it
  planet build    asks them, and writes public/
`

/** Messages of a group: a file of three hundred thousand keys has as many. */
const mostMessages = 100
const mostLines = 5

function bound(messages: string[]): string[] {
  const more = messages.length - mostMessages
  return more <= 0 ? messages : [...messages.slice(0, mostMessages), `and ${more} more; --json names them all`]
}

/** Lines of one message stand together: "line 12, 31, 44 and 118 more: …". */
function gather(notes: Told[], file: string | undefined): string[] {
  const gathered = new Map<string, { message: string; place: string | undefined; lines: number[] }>()
  for (const { line, file: part, message } of notes) {
    const place = part ?? file
    const key = `${place}\n${message}`
    const found = gathered.get(key) ?? { message, place, lines: [] }
    if (line !== null && line !== 0) found.lines.push(line)
    gathered.set(key, found)
  }
  return [...gathered.values()].map(({ message, place, lines }) => {
    if (lines.length === 0) return message
    lines.sort((a, b) => a - b)
    const shown = lines.slice(0, mostLines).join(', ')
    const more = lines.length > mostLines ? ` and ${lines.length - mostLines} more` : ''
    return `${place === undefined ? `line ${shown}` : `${place}:${shown}`}${more}: ${message}`
  })
}

/** How much of what was read was added: the rest was listed already, or was taken down before. */
function explainKnown(read: number, added: number): string {
  if (read === 0) return ''
  if (added === read) return ': added'
  if (added === 0) return ': all stood there already'
  return `: ${added} added, ${read - added} stood there already`
}

/** Most names of keys in one line. */
const mostNames = 12

/** Keys that Planet does not know are nothing that it acts on: the operator is told, in one line. */
function listOwnKeys(items: ImportedPlanet['items']): string[] {
  const counts = new Map<string, number>()
  for (const item of items) {
    if (item.kind !== 'feed') continue
    for (const key of item.keys.keys()) if (key.startsWith('x-')) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  if (counts.size === 0) return []
  const sorted = [...counts].sort(([, a], [, b]) => b - a)
  const names = sorted.slice(0, mostNames).map(([key, times]) => `${key} of ${count(times, 'feed')}`)
  const more = counts.size > mostNames ? ` and ${counts.size - mostNames} more` : ''
  return [`keys of your own, which only a theme reads: ${names.join(', ')}${more}`]
}

function countComments(item: ImportedPlanet['items'][number]): number {
  const inside = item.kind === 'comment' ? [] : item.inside
  return [...item.comments, ...inside].filter((line) => line.trim() !== '').length
}

function show(value: unknown): string {
  return writeFlow(toPlain(value))
}

/** A value as feeds.yaml would write it, in one line: "{index.html: html, atom.xml: atom}". */
function writeFlow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(writeFlow).join(', ')}]`
  if (typeof value !== 'object' || value === null) return String(value)
  const pairs = Object.entries(value).map(([key, part]) => `${key}: ${writeFlow(part)}`)
  return `{${pairs.join(', ')}}`
}

function count(number: number, thing: string, things = `${thing}s`): string {
  return `${number} ${number === 1 ? thing : things}`
}
