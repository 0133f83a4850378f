import { isDeepStrictEqual } from 'node:util'
import { isSeq, type Node, parseDocument, stringify } from 'yaml'
import { findOwn } from '../text/find-own.ts'
import { parseYaml } from './parse-yaml.ts'

/** An item of a list in feeds.yaml: text, or a few keys with texts. */
export type ListItem = string | Record<string, string>

/**
 * Add an item to a top-level list of feeds.yaml; a missing list is made. Everything else stays as it is written: comments, order, quotes,
 * blank lines, line ends.
 *
 * @param comment stands behind the item, except in a list written on one line
 * @returns the new text; `undefined` where the file is written in a way that cannot be edited
 */
export function addToList(text: string, key: string, item: ListItem, comment?: string): string | undefined {
  const { list, afterKey } = findList(text, key)
  const edited = isSeq(list)
    ? list.flow
      ? addToFlow(text, list, item)
      : addToBlock(text, list, item, comment)
    : addLines(text, afterKey ?? addKey(text, key), item, '  ', comment)
  const before = listOf(text, key)
  return means(edited, text, key, [...before, item]) ? edited : undefined
}

/** Take an item out of a top-level list of feeds.yaml, in the same way. */
export function removeFromList(text: string, key: string, index: number): string | undefined {
  const { list } = findList(text, key)
  const item = isSeq(list) ? (list.items[index] as Node | undefined) : undefined
  if (!isSeq(list) || !item?.range) return undefined
  const edited = list.flow ? removeFromFlow(text, item.range) : removeLines(text, item.range)
  const after = listOf(text, key).filter((_, other) => other !== index)
  return means(edited, text, key, after) ? edited : undefined
}

/** Take out the key of a list that has become empty, and the blank line above it; one with a comment, or in brackets, stays. */
export function removeEmptyList(text: string, key: string): string {
  const written = new RegExp(`(?<=^|\\n)(?:[ \\t]*\\r?\\n)?${key}[ \\t]*:[ \\t]*(?:\\r?\\n(?![ \\t]*#)|$)`)
  const edited = text.replace(written, '')
  const { [key]: list, ...others } = (parseYaml(text).value ?? {}) as Record<string, unknown>
  const { value, problems } = parseYaml(edited)
  const isSame = problems.length === 0 && isDeepStrictEqual(value ?? {}, others)
  return list === null && isSame ? edited : text
}

type Range = readonly [number, number, number]
/** A text, and the offset at which lines can be added. */
type Place = { text: string; at: number }

function findList(text: string, key: string): { list: unknown; afterKey: Place | undefined } {
  const document = parseDocument(text, { version: '1.2', merge: true, stringKeys: true })
  const list: unknown = document.get(key, true)
  const line = new RegExp(`^${key}[ \\t]*:[ \\t]*(#.*)?(\\r?\\n|$)`, 'm').exec(text)
  return { list, afterKey: line === null ? undefined : { text, at: line.index + line[0].length } }
}

function addToBlock(
  text: string,
  list: { items: unknown[]; range?: Range | null | undefined },
  item: ListItem,
  comment: string | undefined,
): string {
  const last = list.items.at(-1) as Node | undefined
  const from = list.range?.[0] ?? 0
  const to = last?.range?.[1] ?? list.range?.[1] ?? 0
  const indent = text.slice(text.lastIndexOf('\n', from - 1) + 1, from)
  return addLines(text, { text, at: endOfLine(text, to) }, item, indent, comment)
}

function addToFlow(text: string, list: { items: unknown[]; range?: Range | null | undefined }, item: ListItem): string {
  const end = (list.range?.[1] ?? 0) - 1
  const before = text.slice(0, end).trimEnd()
  const comma = list.items.length === 0 || before.endsWith(',') ? '' : ','
  const written = stringify([item], { collectionStyle: 'flow', flowCollectionPadding: false, lineWidth: 0 }).trim()
  const space = list.items.length === 0 ? '' : ' '
  return `${before}${comma}${space}${written.slice(1, -1)}${text.slice(before.length)}`
}

/** The text with the key added at its end, and the offset behind the key. */
function addKey(text: string, key: string): Place {
  const eol = findLineEnd(text)
  const body = text.replace(/\s*$/, '')
  const whole = `${body}${body === '' ? '' : eol + eol}${key}:${eol}`
  return { text: whole, at: whole.length }
}

function addLines(original: string, { text, at }: Place, item: ListItem, indent: string, comment?: string): string {
  const eol = findLineEnd(original)
  const lines = stringify(item, { lineWidth: 0 }).trimEnd().split('\n')
  if (comment !== undefined) lines[0] = `${lines[0]}     # ${comment}`
  const written = lines.map((line, index) => `${indent}${index === 0 ? '- ' : '  '}${line}${eol}`).join('')
  const head = text.slice(0, at)
  return `${head}${head === '' || head.endsWith('\n') ? '' : eol}${written}${text.slice(at)}`
}

/** Remove the item's lines, from its dash on; a comment above them stays. */
function removeLines(text: string, [from, to]: Range): string {
  let start = text.lastIndexOf('\n', from - 1) + 1
  while (start > 0 && !/^\s*-/.test(text.slice(start))) start = text.lastIndexOf('\n', start - 2) + 1
  return text.slice(0, start) + text.slice(endOfLine(text, to))
}

function removeFromFlow(text: string, [from, to]: Range): string {
  const after = text.slice(to)
  const comma = /^\s*,\s*/.exec(after)
  if (comma !== null) return text.slice(0, from) + after.slice(comma[0].length)
  return text.slice(0, from).replace(/,?\s*$/, '') + after
}

function endOfLine(text: string, at: number): number {
  if (at > 0 && text[at - 1] === '\n') return at
  const next = text.indexOf('\n', at)
  return next === -1 ? text.length : next + 1
}

function findLineEnd(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n'
}

function listOf(text: string, key: string): unknown[] {
  const list = parseYaml(text).valueAt([key])
  return Array.isArray(list) ? list : []
}

/** True where the edited text means the same as the original, apart from the new list. An edit that fails this is not written. */
function means(edited: string, text: string, key: string, list: unknown[]): boolean {
  const { value, problems } = parseYaml(edited)
  if (problems.length > 0) return false
  const wanted = { ...(parseYaml(text).value as Record<string, unknown>), [key]: list.length === 0 ? null : list }
  const found = value as Record<string, unknown>
  const current = findOwn(found, key)
  const empty = Array.isArray(current) && current.length === 0
  return isDeepStrictEqual(empty ? { ...found, [key]: null } : found, wanted)
}
