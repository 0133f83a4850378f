import { expect, test } from 'vitest'
import { findBreaches, findCircles } from './find-breaches.ts'
import { readSource } from './read-source.ts'
import { rules } from './rules.ts'

/** Each breach that the architecture test is there for, as somebody would write it. */
const breaches: [name: string, file: string, text: string, says: RegExp][] = [
  [
    'a stage imports another',
    'fetch/x.ts',
    `import { a } from '../store/store.ts'`,
    /:1 may not import store\/store\.ts/,
  ],
  ['for its side effect', 'fetch/x.ts', `\nimport '../store/store.ts'`, /:2 may not import store/],
  ['to export it again', 'fetch/x.ts', `export { a } from '../store/store.ts'`, /may not import store/],
  ['all of it', 'fetch/x.ts', `export * from '../store/store.ts'`, /may not import store/],
  ['when it is needed', 'fetch/x.ts', `const a = await import('../store/store.ts')`, /may not import store/],
  ['by a template without holes', 'fetch/x.ts', 'const a = import(`../store/store.ts`)', /may not import store/],
  ['a type', 'fetch/x.ts', `import type { A } from '../store/store.ts'`, /may not import store/],
  ['a type among values', 'fetch/x.ts', `import { type A } from '../store/store.ts'`, /may not import store/],
  ['a type, exported again', 'fetch/x.ts', `export type { A } from '../store/store.ts'`, /may not import store/],
  ['a type in place', 'fetch/x.ts', `let a: import('../store/store.ts').A`, /may not import store/],
  ['the type of a module', 'fetch/x.ts', `type A = typeof import('../store/store.ts')`, /may not import store/],
  ['import(variable)', 'fetch/x.ts', 'const a = await import(name)', /imports what nobody can read there/],
  ['import(variable) of a file', 'fetch/x.ts', 'const a = await import(`../store/${name}.ts`)', /nobody can read/],
  ['a package by a name in part', 'fetch/x.ts', 'import(`zod/${name}`)', /no home of zod/],
  ['require', 'fetch/x.ts', `const a = require('../store/store.ts')`, /requires something/],
  ['import = require', 'fetch/x.ts', `import a = require('../store/store.ts')`, /requires \.\.\/store\/store\.ts/],
  [
    'a part that lies two levels deep',
    'normalize/read/dates/x.ts',
    `import { a } from '../../merge/merge-feed.ts'`,
    /may not import normalize\/merge\/merge-feed\.ts/,
  ],
  ['types for themes that need others', 'theme.ts', `import type { A } from './model.ts'`, /may not import model\.ts/],
  ['types for plug-ins that need others', 'plugin.ts', `import { a } from './model.ts'`, /may not import model\.ts/],
  ['views of pages', 'render/views/x.ts', `import { a } from '../site/write-site.ts'`, /may not import render\/site/],
  ['a command and the inside of the store', 'commands/x.ts', `import { a } from '../store/meta.ts'`, /store\/meta/],
  [
    'a command and an engine of the store',
    'commands/x.ts',
    `import { a } from '../store/open-sqlite.ts'`,
    /open-sqlite/,
  ],
  ['a package outside its home', 'render/views/x.ts', `import { z } from 'zod'`, /is no home of zod/],
  ['a type of a package', 'render/views/x.ts', `import type { z } from 'zod/v4'`, /is no home of zod/],
  ['the disk', 'normalize/read/fields/x.ts', `import { readFileSync } from 'node:fs'`, /may not import node:fs/],
  ['Date.now', 'render/views/x.ts', 'const x = Date.now()', /may not use Date\.now/],
  ['new Date()', 'store/x.ts', 'const x = new Date()', /may not use new Date\(\)/],
  ['performance.now', 'store/x.ts', 'const x = performance.now()', /may not use performance\.now/],
  ['process', 'render/views/x.ts', 'const x = process.env.HOME', /may not use process\.env/],
  ['process, taken apart', 'render/views/x.ts', 'const { env } = process', /may not use process/],
  ['globalThis.process', 'render/views/x.ts', 'const { env } = globalThis.process', /may not use globalThis\.process/],
  ['the end of the process', 'commands/x.ts', 'process.exit(1)', /may not use process\.exit/],
  ['an exit code', 'commands/x.ts', 'process.exitCode = 1', /may not use process\.exitCode/],
  ['URL.canParse', 'html/x.ts', 'const x = URL.canParse(y)', /may not use URL\.canParse/],
  ['a name that says nothing', 'render/views/helpers.ts', 'export const makeX = 1', /exports no helpers, only makeX/],
  ['a command that is named for another', 'commands/x.ts', 'export function runY() {}', /exports no x, only runY/],
  ['three hundred lines', 'store/x.ts', `export const x = 1\n${'// …\n'.repeat(300)}`, /has 301 lines, more than 300/],
]

test.each(breaches)('a breach is seen: %s', (_, file, text, says) => {
  const found = findBreaches(readSource(file, text), rules)
  expect(found).toContainEqual(expect.stringMatching(says))
})

test('what is no breach: a date that was given, a member called process, an import in a comment or a text', () => {
  const text = `import type { Entry } from '../model.ts'
    // import { a } from '../store/store.ts'
    export const x = (at: number, job: { process: number }) => [new Date(at), job.process, "import('../store/store.ts')"]`
  expect(findBreaches(readSource('fetch/x.ts', text), rules)).toEqual([])
})

test('a circle is seen, also one of types and over three files', () => {
  const a = readSource('text/a.ts', `import type { B } from './b.ts'`)
  const b = readSource('text/b.ts', `export * from './c.ts'`)
  const c = readSource('text/c.ts', `type A = import('./a.ts').A`)
  expect(findCircles([a, b, c])).toEqual(['text/a.ts → text/b.ts → text/c.ts → text/a.ts'])
  expect(findCircles([b, c])).toEqual([])
})
