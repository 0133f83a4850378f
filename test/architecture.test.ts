import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

/** Each package has one home: a newcomer knows where to look, and replacing one touches one file. */
const homes: Record<string, string[]> = {
  '@date-fns/tz': ['render/open-calendar.ts'],
  commander: ['cli.ts'],
  'date-fns': ['render/open-calendar.ts'],
  entities: ['normalize/read/'],
  htmlparser2: ['normalize/read/'],
  libsql: ['store/open-database.ts'],
  nunjucks: ['render/template-environment.ts'],
  'p-limit': ['fetch/'],
  'rss-parser': ['normalize/read/parse-strict.ts'],
  'sanitize-html': ['normalize/read/sanitize.ts'],
  tldts: ['fetch/judge-move.ts'],
  undici: ['fetch/'],
  yaml: ['config/'],
  zod: ['config/'],
}

/** Which parts may import which. Stages never see each other: build joins them. */
const sees: Record<string, string[]> = {
  'model.ts': [],
  'archive.ts': ['model.ts'],
  'version.ts': [],
  config: ['config', 'model.ts'],
  fetch: ['fetch', 'model.ts'],
  normalize: ['normalize', 'model.ts'],
  workers: ['workers', 'normalize', 'model.ts'],
  store: ['store', 'archive.ts', 'model.ts'],
  render: ['render', 'archive.ts', 'model.ts'],
  build: [
    'build',
    'config',
    'fetch',
    'normalize',
    'workers',
    'store',
    'render',
    'archive.ts',
    'model.ts',
    'version.ts',
  ],
  'build.ts': ['build', 'config', 'model.ts'],
  commands: [
    'commands',
    'build',
    'build.ts',
    'config',
    'fetch',
    'normalize',
    'workers',
    'store',
    'render',
    'model.ts',
    'version.ts',
  ],
  'cli.ts': ['commands', 'version.ts'],
}

const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'))
const imports = files.flatMap((file) => {
  const text = readFileSync(path.join('src', file), 'utf8')
  const found = [...text.matchAll(/^(?:import|export) (type )?[^'"]*?from '([^']+)'|import\('([^']+)'\)/gm)]
  return found
    .map(([, type, named, loaded]) => ({ file, target: named ?? loaded ?? '', isType: type !== undefined }))
    .filter(({ target }) => !target.startsWith('node:'))
})

test.each(imports)('$file may import $target', ({ file, target, isType }) => {
  if (!target.startsWith('.')) {
    if (isType) return
    const name = target.startsWith('@') ? target.split('/').slice(0, 2).join('/') : (target.split('/')[0] ?? target)
    expect(homes[name]?.some((home) => (home.endsWith('/') ? file.startsWith(home) : file === home))).toBe(true)
    return
  }
  const partOf = (name: string) => name.split('/')[0] ?? name
  expect(sees[partOf(file)]).toContain(partOf(path.join(path.dirname(file), target)))
})

test('the imports above are all there are', () => {
  expect(imports.length).toBeGreaterThan(50)
})

test.each(files.filter((file) => file !== 'cli.ts'))('%s does not end the process', (file) => {
  expect(readFileSync(path.join('src', file), 'utf8')).not.toMatch(/process\.exit\(|process\.exitCode\s*=/)
})

test.each(files)('%s holds one idea', (file) => {
  expect(readFileSync(path.join('src', file), 'utf8').split('\n').length).toBeLessThanOrEqual(
    file === 'model.ts' ? 600 : 300,
  )
})
