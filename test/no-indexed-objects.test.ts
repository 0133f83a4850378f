import path from 'node:path'
import type { Expression, Node, SourceFile } from 'typescript/unstable/ast'
import { SyntaxKind } from 'typescript/unstable/ast'
import { isBinaryExpression, isElementAccessExpression } from 'typescript/unstable/ast/is'
import { API, type Type, TypeFlags } from 'typescript/unstable/sync'
import { expect, test } from 'vitest'

/** The one place where it is done, and done right. */
const home = 'src/text/find-own.ts'

type Lookup = { file: SourceFile; node: Node; key: Expression }

test('no object of ours is asked for a name that others chose: `constructor`, `__proto__` are in all of them', () => {
  const api = new API({ cwd: process.cwd() })
  try {
    const [project] = api.updateSnapshot({ openProjects: [path.resolve('tsconfig.json')] }).getProjects()
    if (project === undefined) throw new Error('tsconfig.json is no project')
    const { program, checker } = project
    const sources = program.getSourceFileNames().filter((name) => name.startsWith(`${path.resolve('src')}/`))
    const lookups = sources.flatMap((name) => {
      const file = program.getSourceFile(name)
      return file === undefined ? [] : findLookups(file)
    })
    expect(lookups.length).toBeGreaterThan(100)

    const types = checker.getTypeAtLocation(lookups.map(({ key }) => key))
    const open = lookups.filter((_, index) => isAnyText(types[index]))
    const found = open.map(({ file, node }) => `${path.relative('.', file.fileName)}: ${node.getText(file)}`)
    expect(found, 'use a Map, or findOwn of src/text').toEqual([`${home}: table[name]`])
  } finally {
    api.close()
  }
})

/** `object[key]` and `key in object`. */
function findLookups(file: SourceFile): Lookup[] {
  const lookups: Lookup[] = []
  const visit = (node: Node): void => {
    if (isElementAccessExpression(node)) lookups.push({ file, node, key: node.argumentExpression })
    if (isBinaryExpression(node) && node.operatorToken.kind === SyntaxKind.InKeyword) {
      lookups.push({ file, node, key: node.left })
    }
    node.forEachChild(visit)
  }
  visit(file)
  return lookups
}

/** True of a type that holds words beside those of ours: numbers count places in lists, and `'a' | 'b'` are two names. */
function isAnyText(type: Type | undefined): boolean {
  if (type === undefined) return true
  if (type.isUnionType()) return type.getTypes().some(isAnyText)
  const ours =
    TypeFlags.NumberLike | TypeFlags.StringLiteral | TypeFlags.EnumLike | TypeFlags.ESSymbolLike | TypeFlags.Undefined
  return (type.flags & ours) === 0
}
