import { stringify } from 'yaml'
import { keepDollars } from '../config/fill-environment.ts'
import { listKeys } from '../config/list-keys.ts'
import { maskPasswords } from '../text/mask-passwords.ts'
import type { ImportedItem, ImportedPlanet, Setting } from './imported-planet.ts'
import { blankLine } from './make-item-comments.ts'
import { toPlain } from './to-plain.ts'

/**
 * An imported planet as feeds.yaml: keys in the order of docs/configuration.md, feeds in that of their file, comments where they stood. It
 * was checked against the schema before.
 */
export function renderImported({ settings, items }: ImportedPlanet): string {
  const written = renderSettings(settings)
  const others = items.filter(({ kind }) => kind !== 'list')
  const lists = items.filter(({ kind }) => kind === 'list')
  return [
    '# yaml-language-server: $schema=.planet/feeds.schema.json',
    ...trimBlank(written),
    '',
    'feeds:',
    ...trimBlank(others.flatMap((item) => renderItem(item, '  '))),
    ...(lists.length === 0 ? [] : ['', 'include:', ...lists.flatMap((item) => renderItem(item, '  '))]),
    '',
  ].join('\n')
}

function trimBlank(lines: string[]): string[] {
  const first = lines.findIndex((line) => line !== '')
  const last = lines.findLastIndex((line) => line !== '')
  return lines.slice(Math.max(first, 0), last + 1)
}

/** The lines of all keys except the lists, in the order of docs/configuration.md. */
export function renderSettings(settings: Setting[]): string[] {
  const sections = listKeys()
    .map(({ name }) => name)
    .filter((name) => name !== 'feeds' && name !== 'include')
  return sections.flatMap((name) =>
    renderSection(
      name,
      settings.filter(({ path }) => path[0] === name),
    ),
  )
}

/** One feed, reading list or comment: its lines. */
export function renderItem(item: ImportedItem, indent: string): string[] {
  const above = renderComments(item.comments, indent)
  if (item.kind === 'comment') return above
  const keys = [...item.keys].map(([key, value]) => renderPair(key, value))
  const inside = renderComments(item.inside, `${indent}  `)
  const first = keys.length === 0 && inside.length === 0 ? writeText(item.url) : renderPair('url', item.url)
  return [...above, `${indent}- ${first}`, ...keys.map((line) => `${indent}  ${line}`), ...inside]
}

function renderSection(name: string, settings: Setting[]): string[] {
  const [whole] = settings.filter(({ path }) => path.length === 1)
  const inner = settings.filter(({ path, value }) => path.length > 1 && value !== undefined)
  const lost = settings.filter(({ value }) => value === undefined)
  const comments = [...lost, ...(whole === undefined ? [] : [whole])].flatMap((one) => renderComments(one.comments, ''))
  const lines = whole?.value === undefined ? [] : [renderPair(name, whole.value)]
  if (inner.length === 0) return [...comments, ...lines]
  const pairs = inner.flatMap(({ path, value, comments }) => [
    ...renderComments(comments, '  '),
    `  ${renderPair(path[1] ?? '', value)}`,
  ])
  return [...comments, ...lines, `${name}:`, ...pairs]
}

function renderComments(lines: string[], indent: string): string[] {
  return lines.map((line) =>
    line === blankLine
      ? ''
      : `${indent}#${maskPasswords(line).replace(/[\u0000-\u0008\u000a-\u001f\u007f]/g, ' ')}`.trimEnd(),
  )
}

/** Texts that YAML reads as the same text without quotes, as most in a list of feeds. */
const plain = /^(?:https?:\/\/[^\s#'"]+[^\s#'":]|\p{L}[\p{L}\p{N}_./()!?+&;,'’-]*(?: [\p{L}\p{N}_./()!?+&;,'’-]+)*)$/u
const words = /^(true|false|null|yes|no|on|off|y|n|nan|inf)$/i

/** One line, whatever line ends are in it. */
const oneLine = { lineWidth: 0, blockQuote: false, doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER } as const

function renderPair(key: string, value: unknown): string {
  if (typeof value === 'string')
    return `${writeKey(key)}: ${writeText(key.startsWith('x-') ? value : keepDollars(value))}`
  // Of headers alone, the environment is read.
  const fitted = key.startsWith('x-') || key === 'headers' ? toPlain(value) : keepAllDollars(toPlain(value))
  const flow = { ...oneLine, collectionStyle: 'flow', flowCollectionPadding: false } as const
  return `${writeKey(key)}: ${stringify(fitted, flow).trim()}`
}

function writeKey(key: string): string {
  return /^[\w-]+(\.\w+)*$/.test(key) && !words.test(key) ? key : stringify(key, oneLine).trim()
}

function writeText(value: string): string {
  return plain.test(value) && !words.test(value) ? value : stringify(value, oneLine).trim()
}

function keepAllDollars(value: unknown): unknown {
  if (typeof value === 'string') return keepDollars(value)
  if (Array.isArray(value)) return value.map(keepAllDollars)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, keepAllDollars(inner)]))
}
