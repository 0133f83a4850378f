import { parseSync, visitorKeys } from 'oxc-parser'

/** How a file takes in another. `computed` is `import(variable)`: nobody can say what comes in. */
type ImportKind = 'static' | 'side effect' | 're-export' | 'dynamic' | 'computed' | 'require' | 'type'

export type Import = { kind: ImportKind; target: string; line: number }

/** A use of what is not the same on each run: the time now, the process, or what Node 20 answers otherwise once it is hot. */
export type Use = { kind: 'clock' | 'process' | 'exit' | 'canParse'; text: string; line: number }

export type Source = { file: string; lines: number; exports: string[]; imports: Import[]; uses: Use[] }

type Node = { type: string; start: number; end: number } & Record<string, unknown>

/**
 * What a source file imports, exports and asks of the world around it.
 *
 * @param file its path, with "/"
 * @throws where the text is no TypeScript
 */
export function readSource(file: string, text: string): Source {
  const { program, errors } = parseSync(file, text)
  if (errors[0]) throw new Error(`${file}: ${errors[0].message}`)
  const lineOf = (node: Node) => text.slice(0, node.start).split('\n').length
  const source: Source = { file, lines: text.trimEnd().split('\n').length, exports: [], imports: [], uses: [] }
  walk(program as unknown as Node, undefined, '', (node, parent, key) => {
    const found = findImport(node)
    if (found) source.imports.push({ ...found, line: lineOf(node) })
    const kind = findUse(node, parent, key)
    if (kind) source.uses.push({ kind, text: text.slice(node.start, node.end).slice(0, 60), line: lineOf(node) })
    source.exports.push(...findExports(node))
  })
  return source
}

function walk(
  node: Node,
  parent: Node | undefined,
  key: string,
  see: (node: Node, parent: Node | undefined, key: string) => void,
): void {
  see(node, parent, key)
  for (const name of visitorKeys[node.type] ?? []) {
    const child = node[name] as Node | (Node | null)[] | null | undefined
    for (const one of Array.isArray(child) ? child : [child]) if (one) walk(one, node, name, see)
  }
}

function findImport(node: Node): Omit<Import, 'line'> | undefined {
  switch (node.type) {
    case 'ImportDeclaration': {
      const isType = node.importKind === 'type'
      const isBare = !isType && (node.specifiers as Node[]).length === 0
      return { kind: isType ? 'type' : isBare ? 'side effect' : 'static', target: textOf(node.source) ?? '' }
    }
    case 'ExportAllDeclaration':
    case 'ExportNamedDeclaration': {
      const target = textOf(node.source)
      return target === undefined ? undefined : { kind: node.exportKind === 'type' ? 'type' : 're-export', target }
    }
    case 'ImportExpression': {
      const target = textOf(node.source) ?? packageOf(node.source)
      return target === undefined ? { kind: 'computed', target: '' } : { kind: 'dynamic', target }
    }
    case 'TSImportType':
      return { kind: 'type', target: textOf(node.source) ?? '' }
    case 'TSExternalModuleReference':
      return { kind: 'require', target: textOf(node.expression) ?? '' }
    case 'Identifier':
      return node.name === 'require' ? { kind: 'require', target: '' } : undefined
    default:
      return undefined
  }
}

/** A text that stands in the source as it is; a template without holes is one too. */
function textOf(node: unknown): string | undefined {
  const { type, value, quasis } = (node ?? {}) as {
    type?: string
    value?: unknown
    quasis?: { value: { raw: string } }[]
  }
  if (type === 'Literal' && typeof value === 'string') return value
  return type === 'TemplateLiteral' && quasis?.length === 1 ? quasis[0]?.value.raw : undefined
}

/** Of "date-fns/locale/${name}" it is known which package it is, if not which of its files. */
function packageOf(node: unknown): string | undefined {
  const { type, quasis } = node as { type: string; quasis?: { value: { raw: string } }[] }
  const begin = quasis?.[0]?.value.raw ?? ''
  return type === 'TemplateLiteral' && /^[\w@][^.:]*\//.test(begin) ? begin : undefined
}

function findUse(node: Node, parent: Node | undefined, key: string): Use['kind'] | undefined {
  if (node.type === 'NewExpression' && isNamed(node.callee, 'Date') && (node.arguments as Node[]).length === 0)
    return 'clock'
  if (node.type === 'CallExpression' && isNamed(node.callee, 'Date')) return 'clock'
  if (node.type === 'MemberExpression') {
    const { object, property } = node
    if (isNamed(object, 'Date') && isNamed(property, 'now')) return 'clock'
    if (isNamed(object, 'URL') && isNamed(property, 'canParse')) return 'canParse'
    if (isNamed(object, 'performance') && isNamed(property, 'now')) return 'clock'
    if (isNamed(object, 'process')) return isExit(node, parent, key) ? 'exit' : 'process'
    if (isNamed(object, 'globalThis') && isNamed(property, 'process')) return 'process'
    return undefined
  }
  // `process` on its own, e.g. taken apart; not as the object of a member (above), nor as a name of a member or key.
  if (!isNamed(node, 'process') || key === 'property' || key === 'key') return undefined
  return parent?.type === 'MemberExpression' && key === 'object' ? undefined : 'process'
}

function isExit(node: Node, parent: Node | undefined, key: string): boolean {
  if (isNamed(node.property, 'exit') || isNamed(node.property, 'abort') || isNamed(node.property, 'kill')) return true
  return isNamed(node.property, 'exitCode') && parent?.type === 'AssignmentExpression' && key === 'left'
}

function isNamed(node: unknown, name: string): boolean {
  const { type, name: its, value } = (node ?? {}) as { type?: string; name?: unknown; value?: unknown }
  return (type === 'Identifier' && its === name) || (type === 'Literal' && value === name)
}

function findExports(node: Node): string[] {
  if (node.type === 'ExportDefaultDeclaration') return ['default']
  if (node.type !== 'ExportNamedDeclaration') return []
  const declared = node.declaration as Node | null
  const named = (node.specifiers as Node[]).map((one) => nameOf(one.exported))
  if (!declared) return named
  const { id, declarations } = declared as { id?: Node; declarations?: { id: Node }[] }
  return [...named, ...(declarations?.map((one) => nameOf(one.id)) ?? [nameOf(id)])]
}

function nameOf(node: unknown): string {
  return String((node as { name?: unknown } | undefined)?.name ?? '')
}
