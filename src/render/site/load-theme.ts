import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { SiteFile, ThemeOptions } from '../../model.ts'
import { packageRoot } from '../../package-root.ts'
import { logoPath } from '../paths/logo-path.ts'
import { cardPath } from '../paths/page-path.ts'
import { fitColors } from '../theme/fit-color.ts'
import { listUsed, type TemplateSource } from '../theme/list-used.ts'
import type { TemplateSources } from '../theme/open-templates.ts'
import { squeezeScript } from '../theme/squeeze-script.ts'
import { squeezeStyle } from '../theme/squeeze-style.ts'
import { readPicture } from './read-picture.ts'

/** A theme: its templates' texts, and the files that go into the site as they are. */
export type LoadedTheme = TemplateSources & {
  files: SiteFile[]
  /** Hash of what pages are made from: the templates, and the names of the files to link to. */
  hash: string
  /** Hash of the files' bytes, which are part of no page: style, script, pictures; the color is in the style. */
  looks: string
  warnings: string[]
}

const builtIn = fileURLToPath(new URL('templates/', packageRoot))

/** Under this prefix, a template that replaces one of the built-in theme can still reach the original. */
const builtInName = 'built-in/'

/**
 * Load the built-in theme, and over it, file by file, that of the operator; then the logo and the color. Nothing is compiled:
 * most builds show no page.
 *
 * @param root the planet's root: paths in feeds.yaml count from it
 * @throws Error that says which file is wrong, before anything of the site was touched
 */
export async function loadTheme(options: ThemeOptions, root: string): Promise<LoadedTheme> {
  const sources = new Map<string, TemplateSource>()
  const files = new Map<string, Buffer>()
  for (const { name, file, bytes } of readBuiltIn(options.base)) {
    if (name === 'theme.css') appendStyle(files, bytes)
    else if (!name.endsWith('.njk')) files.set(name, bytes)
    else for (const known of [name, builtInName + name]) sources.set(known, { text: bytes.toString(), file })
  }
  for (const { name, bytes } of options.dir === undefined ? [] : readTheme(options.dir, root)) {
    const file = path.posix.join(options.dir ?? '', name)
    if (name.endsWith('.njk')) sources.set(name, { text: bytes.toString(), file })
    else files.set(checkPlace(name, file), bytes)
  }
  const ownStyle = files.get('theme.css')
  files.delete('theme.css')
  if (ownStyle !== undefined) appendStyle(files, ownStyle)
  if (options.logo !== undefined) files.set(logoPath(options.logo), await readLogo(options.logo, root))
  const colors = options.color === undefined ? undefined : fitColors(options.color)
  if (colors !== undefined) appendStyle(files, Buffer.from(colors.css))
  return {
    sources,
    isOwn: options.dir !== undefined,
    files: [...files].map(([name, bytes]) => ({ path: name, bytes })),
    hash: hashPages(sources, files),
    looks: hashFiles(files),
    warnings: [...(colors?.warnings ?? []), ...findUnused(sources)],
  }
}

/** The built-in theme; over it, file by file, that of another name. */
function readBuiltIn(base: ThemeOptions['base']) {
  const found = readFolder(builtIn)
  const isOther = ({ name }: { name: string }) => name.startsWith(classic)
  const own = found.filter((file) => !isOther(file))
  const others = found.filter(isOther).map((file) => ({ ...file, name: file.name.slice(classic.length) }))
  return [...own, ...(base === 'classic' ? others : [])].map((file) => ({ ...file, bytes: squeeze(file) }))
}

/** Styles and scripts are sent shorter than people write them. */
function squeeze({ name, bytes }: { name: string; bytes: Buffer }): Buffer {
  if (name.endsWith('.css')) return Buffer.from(squeezeStyle(bytes.toString()))
  return name.endsWith('.js') ? Buffer.from(squeezeScript(bytes.toString())) : bytes
}

/** The folder of the theme that looks as planets used to. */
const classic = 'classic/'

/** Templates of the theme whose names nothing uses: their author meant another name, or one of an older version. */
function findUnused(sources: Map<string, TemplateSource>): string[] {
  const isBuiltIn = (name: string) => name.startsWith(builtInName) || sources.has(builtInName + name)
  const used = new Set([...sources.keys()].filter(isBuiltIn).flatMap((name) => [...listUsed(name, sources)]))
  const parts = [...sources.keys()].filter((name) => name.startsWith('parts/') && isBuiltIn(name))
  return [...sources].flatMap(([name, source]) =>
    isBuiltIn(name) || used.has(source)
      ? []
      : [`theme.dir: no template uses ${source.file}; what pages share is in ${parts.join(', ')} (docs/themes.md)`],
  )
}

/** One style sheet, one request: what comes later wins. */
function appendStyle(files: Map<string, Buffer>, css: Buffer): void {
  files.set('planet.css', Buffer.concat([files.get('planet.css') ?? Buffer.of(), Buffer.from('\n'), css]))
}

function readTheme(dir: string, root: string) {
  const folder = path.join(root, dir)
  const found = statSync(folder, { throwIfNoEntry: false })
  if (found?.isDirectory() !== true) {
    const what = found === undefined ? 'is not there' : 'is no folder'
    throw new Error(`theme.dir: ${dir} ${what}; expected the theme at ${folder}. The site is as it was`)
  }
  return readFolder(folder)
}

/**
 * Every file below a folder, by its path; names that begin with a dot are not ours. Read synchronously: every build reads some forty small
 * files, to see whether the theme has changed, and a promise costs more than the read that it waits for.
 */
function readFolder(folder: string): { name: string; file: string; bytes: Buffer }[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  const found = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name))
  const named = found.map((file) => ({ name: path.relative(folder, file).split(path.sep).join('/'), file }))
  const shown = named.filter(({ name }) => !name.split('/').some((part) => part.startsWith('.')))
  shown.sort((a, b) => (a.name < b.name ? -1 : 1))
  return shown.map(({ name, file }) => ({ name, file, bytes: readFileSync(file) }))
}

/** A theme's file may not take the place of a page or a feed, which would be written over it. */
function checkPlace(name: string, file: string): string {
  const isOurs =
    /^(\d{4}|blog|tag|blogs|archive|about|subscribe|stats|faces|titles|week|digest|search)\//.test(name) ||
    /^[^/]*\.(html|xml|json|webmanifest)$/.test(name)
  if (!isOurs) return name
  throw new Error(
    `theme.dir: ${file} would stand where the planet writes a file of its own; rename it. The site is as it was`,
  )
}

async function readLogo(logo: string, root: string): Promise<Buffer> {
  const file = path.join(root, logo)
  const bytes = await readPicture(logo, root).catch(() => {
    throw new Error(`theme.logo: ${logo} cannot be read; expected an image at ${file}. The site is as it was`)
  })
  if (bytes !== undefined) return bytes
  throw new Error(
    `theme.logo: ${logo} is no image below the root; expected SVG, PNG, JPEG, GIF, WebP or AVIF. The site is as it was`,
  )
}

function hashPages(sources: Map<string, TemplateSource>, files: Map<string, Buffer>): string {
  const hash = createHash('sha256')
  for (const [name, { text }] of sources) hash.update(`${name}\n${text.length}\n${text}`)
  for (const name of files.keys()) hash.update(`${name}\n`)
  // Pages say how large it is.
  const card = files.get(cardPath)
  if (card !== undefined) hash.update(card)
  return hash.digest('hex')
}

function hashFiles(files: Map<string, Buffer>): string {
  const hash = createHash('sha256')
  for (const [name, bytes] of files) hash.update(`${name}\n${bytes.length}\n`).update(bytes)
  return hash.digest('hex')
}
