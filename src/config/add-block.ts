import { isSeq, type Node, parseDocument } from 'yaml'
import { parseYaml } from './parse-yaml.ts'

/**
 * Put many items at the end of a top-level list of feeds.yaml, in one step. Everything else stays as it is.
 *
 * @param render renders the lines of the items at an indentation
 * @returns the new text; `undefined` where the list is written in a way that cannot be edited
 */
export function addBlock(
  text: string,
  key: string,
  render: (indent: string) => string[],
  count: number,
): string | undefined {
  const list: unknown = parseDocument(text, { version: '1.2', merge: true, stringKeys: true }).get(key, true)
  const eol = text.includes('\r\n') ? '\r\n' : '\n'
  const block = (indent: string) =>
    render(indent)
      .map((line) => `${line}${eol}`)
      .join('')
  const edited = isSeq(list) && list.items.length > 0 ? addBehind() : addBelow()
  return edited !== undefined && countItems(edited, key) === countItems(text, key) + count ? edited : undefined

  function addBehind(): string | undefined {
    if (!isSeq(list) || list.flow) return undefined
    const from = list.range?.[0] ?? 0
    const to = (list.items.at(-1) as Node | undefined)?.range?.[1] ?? from
    const indent = text.slice(text.lastIndexOf('\n', from - 1) + 1, from)
    const next = text[to - 1] === '\n' ? to - 1 : text.indexOf('\n', to)
    const head = next === -1 ? `${text}${eol}` : text.slice(0, next + 1)
    return `${head}${block(indent)}${next === -1 ? '' : text.slice(next + 1)}`
  }

  /** For a list that is empty: the key has nothing below it but comments, or is missing. */
  function addBelow(): string {
    const line = new RegExp(`^${key}[ \\t]*:[ \\t]*(?:\\[[ \\t]*\\][ \\t]*)?(#.*)?(\\r?\\n|$)`, 'm').exec(text)
    if (line === null) return `${text.trimEnd()}${eol}${eol}${key}:${eol}${block('  ')}`
    const at = line.index + line[0].length
    const comment = line[1] === undefined ? '' : ` ${line[1]}`
    return `${text.slice(0, line.index)}${key}:${comment}${eol}${block('  ')}${text.slice(at)}`
  }
}

function countItems(text: string, key: string): number {
  const { value, problems } = parseYaml(text)
  if (problems.length > 0) return Number.NaN
  const list: unknown = new Map(Object.entries(value ?? {})).get(key)
  return Array.isArray(list) ? list.length : 0
}
