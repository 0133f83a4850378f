import { createHash } from 'node:crypto'
import { chmodSync, copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { build } from 'esbuild'
import { compileTemplates } from './compile-templates.mjs'
import { mergeChunks } from './merge-chunks.mjs'

/**
 * Bundle src/ into dist/: what is published, and what the tests run. Code that a command needs at once is in few files; code that it may
 * not need (yaml and zod, undici, nunjucks) is in files of its own, loaded when needed. libsql is not bundled, since it has a binary; nor
 * are the languages of date-fns, of which a planet needs one.
 */
rmSync('dist', { recursive: true, force: true })
const { metafile } = await build({
  entryPoints: {
    cli: 'src/cli.ts',
    'run-program': 'src/commands/run-program.ts',
    'workers/read-worker': 'src/workers/read-worker.ts',
    'workers/read-process': 'src/workers/read-process.ts',
    'workers/picture-worker': 'src/workers/picture-worker.ts',
    'workers/plugin-worker': 'src/workers/plugin-worker.ts',
  },
  bundle: true,
  splitting: true,
  outdir: 'dist',
  // Beside cli.js, or package-root.ts would not find the root.
  chunkNames: '[name]-[hash]',
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  plugins: [
    { name: 'templates', setup: fillTemplates },
    { name: 'seldom', setup: deferSeldom },
    { name: 'part', setup: takePart },
  ],
  external: ['libsql', 'pagefind', 'sharp'],
  legalComments: 'linked',
  logLevel: 'warning',
  metafile: true,
  // Bundled CommonJS packages load Node's own modules by `require`.
  banner: { js: "import { createRequire as requireOf } from 'node:module'; const require = requireOf(import.meta.url);" },
  // The rasteriser tests whether it was given a Response: for that test alone, Node would load its own HTTP client.
  define: { __BUILD__: JSON.stringify(hashSources()), Response: 'undefined', Request: 'undefined' },
})
const strays = Object.entries(metafile.outputs).filter(
  ([file, { inputs }]) => path.dirname(file) !== 'dist' && Object.keys(inputs).some((input) => input.startsWith('seldom:')),
)
if (strays.length > 0) throw new Error(`${strays[0][0]} would look for a seldom needed file beside itself`)
const commands = ['run-program', 'build', 'status'].map((name) => `src/commands/${name}.ts`)
const workers = ['read', 'picture', 'plugin'].map((name) => `src/workers/${name}-worker.ts`)
await mergeChunks(metafile.outputs, commands, workers)
chmodSync('dist/cli.js', 0o755)
// The font of the planet's own picture, and its licence.
const inter = 'node_modules/@fontsource/inter'
mkdirSync('dist/letters')
for (const part of ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext', 'greek', 'greek-ext', 'vietnamese']) {
  copyFileSync(`${inter}/files/inter-${part}-600-normal.woff`, `dist/letters/${part}.woff`)
}
copyFileSync(`${inter}/LICENSE`, 'dist/letters/LICENSE')
// These files hold only types and import nothing, so they serve as declarations unchanged.
for (const name of ['plugin', 'theme']) copyFileSync(`src/${name}.ts`, `dist/${name}.d.ts`)

/** Fill src/render/theme/compiled-templates.ts. */
function fillTemplates({ onLoad }) {
  onLoad({ filter: /[\\/]compiled-templates\.ts$/ }, async () => ({ contents: await compileTemplates(), loader: 'js' }))
}

/**
 * What a command seldom needs, and what takes long to compile: each is a file of its own, which is loaded when it is first called. The parser
 * of styles in sanitize-html, the grammar of Markdown and nunjucks' compiler are a half of what they stand beside.
 */
function deferSeldom({ initialOptions, onResolve, onLoad }) {
  const { outdir, platform, target, legalComments } = initialOptions
  const seldom = {
    'string-width': "export default (text) => load('string-width').default(text)",
    'sanitize-html': "export default (...given) => load('sanitize-html')(...given)",
    micromark: "export const micromark = (...given) => load('micromark').micromark(...given)",
    'nunjucks/src/compiler': "export const compile = (...given) => load('nunjucks/src/compiler').compile(...given)",
  }
  const nameFile = (name) => `./${name.replaceAll('/', '-')}.cjs`
  onResolve({ filter: /./ }, ({ path: given, importer, namespace }) => {
    if (namespace === 'seldom') return { path: given, external: true }
    const isCompiler = given === './compiler' && importer.endsWith(path.normalize('nunjucks/src/environment.js'))
    const name = isCompiler ? 'nunjucks/src/compiler' : given
    return Object.hasOwn(seldom, name) ? { path: name, namespace: 'seldom' } : undefined
  })
  onLoad({ filter: /./, namespace: 'seldom' }, async ({ path: name }) => {
    const stdin = { contents: `module.exports = require('${name}')`, resolveDir: import.meta.dirname }
    const outfile = path.join(outdir, nameFile(name))
    await build({ stdin, outfile, bundle: true, format: 'cjs', platform, target, legalComments, logLevel: 'warning' })
    return { contents: seldom[name].replace(/load\('.*?'\)/, `require('${nameFile(name)}')`) }
  })
}

/**
 * Of undici and nunjucks bundle only the parts that are imported: undici's fetch, caches and mocks are as large again, and run code when they
 * are loaded; so are nunjucks' parser and precompiler.
 */
function takePart({ onResolve, onLoad }) {
  const parts = {
    Agent: 'dispatcher/agent',
    EnvHttpProxyAgent: 'dispatcher/env-http-proxy-agent',
    buildConnector: 'core/connect',
    errors: 'core/errors',
  }
  // As its index.js gives dispatchers their methods.
  const methods = [
    "import dispatcher from 'undici/lib/dispatcher/dispatcher.js'",
    "import api from 'undici/lib/api/index.js'",
    'Object.assign(dispatcher.prototype, api)',
  ]
  const names = Object.entries(parts).map(([name, file]) => `export { default as ${name} } from 'undici/lib/${file}.js'`)
  const contents = {
    undici: [...methods, ...names].join('\n'),
    nunjucks: [
      "import { Environment } from 'nunjucks/src/environment.js'",
      "import runtime from 'nunjucks/src/runtime.js'",
      'export default { Environment, runtime }',
    ].join('\n'),
  }
  onResolve({ filter: /^(undici|nunjucks)$/ }, ({ path }) => ({ path, namespace: 'part' }))
  onLoad({ filter: /./, namespace: 'part' }, ({ path }) => ({ contents: contents[path], resolveDir: import.meta.dirname }))
}

/** A hash of the sources, which names the build: one build of the program does not trust what another has kept. */
function hashSources() {
  const hash = createHash('sha256').update(readFileSync('package.json')).update(readFileSync('package-lock.json'))
  for (const file of readdirSync('src', { recursive: true, encoding: 'utf8' }).sort()) {
    if (file.endsWith('.ts')) hash.update(file).update(readFileSync(path.join('src', file)))
  }
  return hash.digest('hex').slice(0, 16)
}
