import {
  isAlias,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  type YAMLError,
} from 'yaml'
import type { ConfigProblem } from './config-error.ts'

export type Place = { line: number; column: number; width: number }

/** A YAML document with the place of every value in it. */
export type ParsedYaml = {
  /** Plain data; `undefined` where `problems` says why there is none. */
  value: unknown
  problems: ConfigProblem[]
  /** The value at a path of keys; `undefined` where there is none. */
  valueAt(keys: (string | number)[]): unknown
  /** The value as it is written, where it is a scalar. */
  sourceAt(keys: (string | number)[]): string | undefined
  /** Where the value stands; where it is missing, the nearest thing around it. */
  placeOf(keys: (string | number)[]): Place
  /** Where the last key of the path itself stands. */
  placeOfKey(keys: (string | number)[]): Place
}

/** Read YAML 1.2 (core schema: `no` and 12:30 are text). Anchors, aliases and merge keys work; tags do not. */
export function parseYaml(text: string): ParsedYaml {
  const lines = new LineCounter()
  const document = parseDocument(text, { version: '1.2', merge: true, lineCounter: lines, prettyErrors: false })

  const placeOfRange = (from: number, to: number): Place => {
    const { line, col } = lines.linePos(from)
    const end =
      text
        .slice(from, to)
        .split(/[\r\n]/)[0]
        ?.trimEnd().length ?? 1
    return { line: Math.max(line, 1), column: Math.max(col, 1), width: Math.max(end, 1) }
  }
  const placeOfNode = (node: unknown): Place => {
    const range = isNode(node) ? node.range : undefined
    return range ? placeOfRange(range[0], range[1]) : { line: 1, column: 1, width: 1 }
  }

  const problems = [...document.errors, ...document.warnings].map((error) => ({
    ...placeOfRange(error.pos[0], Math.max(error.pos[1], error.pos[0] + 1)),
    message: explainYamlError(error, text),
  }))
  let value: unknown
  if (problems.length === 0) {
    try {
      value = document.toJS({ maxAliasCount: 100 })
    } catch {
      problems.push({ line: 1, column: 1, width: 1, message: 'too many aliases (*name) in one file' })
    }
  }

  /** The nodes on the way to a path, as far as they are there; aliases are followed. */
  const walk = (keys: (string | number)[]): { nodes: unknown[]; key: unknown } => {
    const nodes: unknown[] = [document.contents]
    let keyNode: unknown
    for (const key of keys) {
      const at = resolve(nodes.at(-1))
      const pair = isMap(at) ? at.items.find((item) => isPair(item) && String(item.key) === String(key)) : undefined
      const next = isSeq(at) ? at.items[Number(key)] : pair?.value
      keyNode = pair?.key
      if (next === undefined || next === null) break
      nodes.push(next)
    }
    return { nodes, key: keyNode }
  }
  const resolve = (node: unknown) => (isAlias(node) ? node.resolve(document) : node)

  return {
    value,
    problems: dedupe(problems),
    valueAt: (keys) =>
      keys.reduce<unknown>(
        (at, key) => (typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined),
        value,
      ),
    sourceAt(keys) {
      const { nodes } = walk(keys)
      const node = nodes.length === keys.length + 1 ? resolve(nodes.at(-1)) : undefined
      return isScalar(node) ? node.source : undefined
    },
    placeOf: (keys) => placeOfNode(findMarked(walk(keys).nodes)),
    placeOfKey: (keys) => placeOfNode(walk(keys).key ?? walk(keys).nodes.at(-1)),
  }
}

/** The innermost node that stands somewhere: an empty value has no place of its own. */
function findMarked(nodes: unknown[]): Node | undefined {
  return nodes.findLast((node): node is Node => isNode(node) && node.range != null)
}

/** One mistake often makes the parser stumble twice at the same place. */
function dedupe(problems: ConfigProblem[]): ConfigProblem[] {
  return problems.filter((problem, index) => index === problems.findIndex((other) => other.line === problem.line))
}

const sentences: Partial<Record<YAMLError['code'], string>> = {
  TAB_AS_INDENT: 'a tab cannot indent; use spaces',
  BLOCK_AS_IMPLICIT_KEY: 'a colon and a space inside a value; put quotes around the value',
  MULTILINE_IMPLICIT_KEY: 'this line has no "key: value"; is a colon missing, or an indent wrong?',
  BAD_INDENT: 'the indent does not fit the lines above',
  BAD_ALIAS: 'there is no anchor of this name above',
  MULTIPLE_DOCS: 'a second document begins here (---); write one',
  BAD_DIRECTIVE: 'lines that begin with % mean something else in YAML; quote the value',
  TAG_RESOLVE_FAILED: 'tags (!name) are not understood here; write plain values',
  NON_STRING_KEY: 'a key must be plain text',
  BAD_SCALAR_START: 'a value cannot begin with this sign; put quotes around it',
  BAD_DQ_ESCAPE: 'a \\ in double quotes that means nothing; write \\\\, or use single quotes',
  UNEXPECTED_TOKEN: 'this does not belong here; is a quote or an indent wrong?',
}

function explainYamlError(error: YAMLError, text: string): string {
  if (error.code === 'DUPLICATE_KEY') {
    const key = /^[^:\s]+/.exec(text.slice(error.pos[0]))?.[0] ?? 'a key'
    return `"${key}" is given twice`
  }
  if (error.code === 'MISSING_CHAR') {
    return /quote/i.test(error.message)
      ? 'a quote is opened and never closed'
      : 'something is missing here: a quote, a colon or a bracket'
  }
  return sentences[error.code] ?? 'this is not YAML'
}
