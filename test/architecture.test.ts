import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

/** Each package has one home: a newcomer knows where to look, and replacing one touches one file. */
const homes: Record<string, string[]> = {
  '@date-fns/tz': ['render/dates/open-calendar.ts'],
  commander: ['commands/run-program.ts'],
  'date-fns': ['render/dates/open-calendar.ts'],
  entities: ['normalize/read/'],
  htmlparser2: ['html/', 'normalize/read/'],
  libsql: ['store/open-database.ts'],
  nunjucks: ['render/theme/template-environment.ts'],
  'p-limit': ['fetch/'],
  'rss-parser': ['normalize/read/xml/parse-strict.ts'],
  'sanitize-html': ['html/check-html.ts'],
  sirv: ['commands/open-preview.ts'],
  tldts: ['text/find-domain.ts'],
  undici: ['fetch/'],
  yaml: ['config/'],
  zod: ['config/'],
}

/** What the stages stand on. */
const ground = ['model.ts', 'text', 'package-root.ts']

/** Which parts may import which. Stages never see each other: the pipeline joins them. */
const sees: Record<string, string[]> = {
  'model.ts': [],
  'entry-queries.ts': ['model.ts'],
  'version.ts': ['package-root.ts'],
  'package-root.ts': [],
  text: ['text'],
  config: ['config', ...ground],
  fetch: ['fetch', ...ground],
  schedule: ['schedule', ...ground],
  html: ['html', ...ground],
  normalize: ['normalize', 'html', ...ground],
  workers: ['workers', 'normalize', ...ground],
  store: ['store', 'entry-queries.ts', ...ground],
  render: ['render', 'html', 'entry-queries.ts', ...ground],
  planet: ['planet', 'config', 'normalize', 'store', ...ground],
  pipeline: [
    'pipeline',
    'planet',
    'schedule',
    'config',
    'fetch',
    'normalize',
    'html',
    'workers',
    'store',
    'render',
    'entry-queries.ts',
    'version.ts',
    ...ground,
  ],
  'build.ts': ['pipeline', 'config', ...ground],
  commands: [
    'commands',
    'planet',
    'pipeline',
    'schedule',
    'build.ts',
    'config',
    'fetch',
    'normalize',
    'workers',
    'store',
    'render',
    'version.ts',
    ...ground,
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
    file === 'model.ts' ? 800 : 300,
  )
})
