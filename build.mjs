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
    { name: 'lazy', setup: deferSeldom },
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
 * string-width takes 25 ms of CPU for its tables when loaded, sanitize-html 15 for the parser of styles that it brings, micromark some for
 * its own: load them when they are first called, which is seldom.
 */
function deferSeldom({ onResolve, onLoad }) {
  const contents = new Map([
    ['string-width', "export default (text) => require('string-width').default(text)"],
    ['sanitize-html', "export default (...given) => require('sanitize-html')(...given)"],
    ['micromark', "export const micromark = (...given) => require('micromark').micromark(...given)"],
  ])
  onResolve({ filter: /^(string-width|sanitize-html|micromark)$/ }, ({ path, namespace }) =>
    namespace === 'lazy' ? undefined : { path, namespace: 'lazy' },
  )
  onLoad({ filter: /.*/, namespace: 'lazy' }, ({ path }) => ({ contents: contents.get(path), resolveDir: import.meta.dirname }))
}

/** Of undici bundle only the parts that are imported: its fetch, caches and mocks are as large again, and run code when they are loaded. */
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
  const contents = [...methods, ...names].join('\n')
  onResolve({ filter: /^undici$/ }, ({ path }) => ({ path, namespace: 'part' }))
  onLoad({ filter: /.*/, namespace: 'part' }, () => ({ contents, resolveDir: import.meta.dirname }))
}

/** A hash of the sources, which names the build: one build of the program does not trust what another has kept. */
function hashSources() {
  const hash = createHash('sha256').update(readFileSync('package.json')).update(readFileSync('package-lock.json'))
  for (const file of readdirSync('src', { recursive: true, encoding: 'utf8' }).sort()) {
    if (file.endsWith('.ts')) hash.update(file).update(readFileSync(path.join('src', file)))
  }
  return hash.digest('hex').slice(0, 16)
}
