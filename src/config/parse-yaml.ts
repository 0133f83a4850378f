import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  visit,
  type YAMLError,
} from 'yaml'
import type { ConfigProblem } from './config-error.ts'
import { explainYamlError, type Mark } from './explain-yaml-error.ts'
import { findBadAliases, isMergeKey } from './find-bad-aliases.ts'

type Place = { line: number; column: number; width: number }

type Path = (string | number)[]

/** A YAML document with the place of every value in it. */
export type ParsedYaml = {
  /** Plain data; `undefined` where `problems` says why there is none. */
  value: unknown
  problems: ConfigProblem[]
  /** The value at a path of keys; `undefined` where there is none. */
  valueAt(keys: Path): unknown
  /** A scalar value as it is written. */
  sourceAt(keys: Path): string | undefined
  /** The comment that stands where a value should: "name: #1". */
  commentAt(keys: Path): string | undefined
  /** The place of the value; of a missing value, that of the nearest node around it. */
  placeOf(keys: Path): Place
  /** Where the last key of the path itself stands. */
  placeOfKey(keys: Path): Place
}

/** How many values the aliases of a file may expand to: enough for every feed of a large planet, too few for a bomb. */
const mostAliases = 10_000

const start: Place = { line: 1, column: 1, width: 1 }

/** Read YAML 1.2 (core schema: `no` and 12:30 are text). Anchors, aliases and merge keys work; tags do not. */
export function parseYaml(written: string): ParsedYaml {
  // A line may end with CR alone (YAML 1.2, 5.4), which the parser does not know. Offsets stay the same.
  const text = written.replace(/\r(?!\n)/g, '\n')
  const lines = new LineCounter()
  const options = {
    version: '1.2',
    merge: true,
    stringKeys: true,
    prettyErrors: false,
    lineCounter: lines,
    // Not even !!binary and !!set: every byte of a binary would be reported as an unknown key.
    resolveKnownTags: false,
  } as const
  const document = parseDocument(text, options)

  const placeOfRange = (from: number, to: number): Place => {
    const { line, col } = lines.linePos(from)
    const [marked = ''] = text.slice(from, to).split(/[\r\n]/)
    return { line: Math.max(line, 1), column: Math.max(col, 1), width: Math.max(marked.trimEnd().length, 1) }
  }
  const placeOfNode = (node: unknown): Place =>
    isNode(node) && node.range ? placeOfRange(node.range[0], node.range[1]) : start

  const errors = [...document.errors, ...document.warnings].filter((error) => !isNoise(error))
  const problems: ConfigProblem[] = errors.map((error) => {
    const { message, mark } = explainYamlError(error, errors, text)
    return { ...placeOfRange(...findMark(error, mark, document, text)), message }
  })
  if (problems.length === 0) {
    problems.push(...findBadAliases(document).map(({ node, message }) => ({ ...placeOfNode(node), message })))
  }
  const conflict = problems.length > 0 ? findConflict(text) : undefined
  if (conflict !== undefined) problems.splice(0, problems.length, conflict)
  let value: unknown
  if (problems.length === 0) {
    try {
      value = document.toJS({ maxAliasCount: mostAliases })
    } catch {
      problems.push({ ...start, message: 'the aliases (*name) of this file stand for too many values; write them out' })
    }
  }

  const resolve = (node: unknown) => (isAlias(node) ? node.resolve(document) : node)
  /** The pair of a key in a map, else in the maps that are merged into it. */
  const findPair = (node: unknown, key: string): Pair | undefined => {
    const map = resolve(node)
    if (isSeq(map)) return map.items.map((item) => findPair(item, key)).find((pair) => pair !== undefined)
    if (!isMap(map)) return undefined
    const merged = () => map.items.filter((pair) => isMergeKey(pair.key)).map((pair) => findPair(pair.value, key))
    return map.items.find((pair) => String(pair.key) === key) ?? merged().find((pair) => pair !== undefined)
  }
  /** The nodes along a path, as far as they exist; aliases are followed. */
  const walk = (keys: Path): { nodes: unknown[]; key: unknown; pair: Pair | undefined } => {
    const nodes: unknown[] = [document.contents]
    let pair: Pair | undefined
    for (const key of keys) {
      const at = resolve(nodes.at(-1))
      pair = isSeq(at) ? undefined : findPair(at, String(key))
      const next = isSeq(at) ? at.items[Number(key)] : pair?.value
      if (next === undefined || next === null) break
      nodes.push(next)
    }
    return { nodes, key: pair?.key, pair }
  }

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
    commentAt(keys) {
      const { pair } = walk(keys)
      return isScalar(pair?.value) && pair.value.value === null ? (pair.value.comment ?? undefined) : undefined
    },
    placeOf: (keys) => placeOfNode(findMarked(walk(keys).nodes)),
    placeOfKey: (keys) => placeOfNode(walk(keys).key ?? walk(keys).nodes.at(-1)),
  }
}

/** What git leaves where two have changed one place. */
function findConflict(text: string): ConfigProblem | undefined {
  const lines = text.split(/\r?\n/)
  const at = lines.findIndex((line) => /^<{7} /.test(line))
  if (at === -1 || !lines.slice(at).some((line) => /^>{7} /.test(line))) return undefined
  const message =
    'two have changed this place, and git does not know whose is right: keep one, and take <<<<<<<, ======= and >>>>>>> out'
  return { line: at + 1, column: 1, width: lines[at]?.length ?? 1, message }
}

/**
 * Errors to ignore: a closing bracket at any indentation is fine; and after a line with % the parser misses something that nobody would
 * write.
 */
function isNoise({ name, code, message }: YAMLError): boolean {
  return (name === 'YAMLWarning' && code === 'BAD_INDENT') || /Missing directives-end/.test(message)
}

/** The innermost node that has a place: an empty value has none of its own. */
function findMarked(nodes: unknown[]): Node | undefined {
  return nodes.findLast((node): node is Node => isNode(node) && node.range != null)
}

/** The range to mark: the parser often stumbles long after the mistake, and reports a single character. */
function findMark(error: YAMLError, mark: Mark, document: Document, text: string) {
  const [from, to] = error.pos
  if (mark === 'key') return [from, from + text.slice(from).search(/\s*:(\s|$)/)] as const
  if (mark === 'line') return [from, text.length] as const
  if (mark === 'here') return [from, Math.max(to, from + 1)] as const
  let opening = from
  visit(document, (_, node) => {
    if (!isNode(node) || !node.range || node.range[0] >= from || node.range[2] < from) return
    const opens = isCollection(node) ? node.flow === true : isScalar(node) && /^QUOTE/.test(node.type ?? '')
    if (opens) opening = node.range[0]
  })
  return [opening, opening + 1] as const
}

/** Drop repeated problems: one mistake often makes the parser stumble twice at the same place. */
function dedupe(problems: ConfigProblem[]): ConfigProblem[] {
  return problems.filter((problem, index) => index === problems.findIndex((other) => other.line === problem.line))
}
