import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { buffer as readStream } from 'node:stream/consumers'
import { ConfigError } from '../config/config-error.ts'
import { findRoot } from '../config/find-config.ts'
import { loadConfig } from '../config/load-config.ts'
import { makeJsonSchema } from '../config/make-json-schema.ts'
import { openConfigEdit } from '../config/open-config-edit.ts'
import { showFile } from '../config/show-file.ts'
import { addImported } from '../convert/add-imported.ts'
import { checkImported } from '../convert/check-imported.ts'
import type { ImportedPlanet, ImportNote, Setting } from '../convert/imported-planet.ts'
import { leaveKnown } from '../convert/leave-known.ts'
import { mergeRepeated } from '../convert/merge-repeated.ts'
import { renderImported } from '../convert/render-imported.ts'
import { isOpenAddress } from '../fetch/is-open-address.ts'
import { makeFolder } from '../make-folder.ts'
import { isInside } from '../text/is-inside.ts'
import { parseUrl } from '../text/parse-url.ts'
import { openParserPool, type ParserPool } from '../workers/open-parser-pool.ts'
import { copyFiles } from './copy-files.ts'
import { exitCodes } from './exit-codes.ts'
import { findFaces } from './find-faces.ts'
import { findLists } from './find-lists.ts'
import type { ImportFlags } from './flags.ts'
import { makeImportReport, renderImportReport } from './make-import-report.ts'
import { findColumns, print, printJson } from './print.ts'
import { UsageError } from './usage-error.ts'

/**
 * `planet import`: write feeds.yaml from the configuration of another planet, or add the feeds of a list to an existing feeds.yaml. Feeds
 * that are listed already are left alone, so that a second import changes nothing.
 *
 * @param words files; `-` is standard input; none where only a cache is imported
 * @returns the exit code
 */
export async function runImport(words: string[], flags: ImportFlags): Promise<number> {
  const file = findTarget(flags)
  const root = findRoot(file)
  const read = await readFiles(words)
  const folders = read.map(({ folder }) => folder)
  const { planet: joined, copies } = findLists(joinPlanets(read.map(({ planet }) => planet)), folders, root)
  const isNew = !existsSync(file)
  if (words.length === 0 && (flags.cache === undefined || isNew)) {
    throw new UsageError('name the file to import, for example config.ini')
  }
  const before = isNew ? undefined : await openConfigEdit(file)
  const whole = before === undefined ? withSite(joined, flags) : leaveKnown(joined, before.text, words.length === 1)
  const faces = await findFaces(whole, folders, root)
  const checked = checkImported({ ...whole, notes: [...whole.notes, ...faces.notes, ...listPrivate(whole)] })
  const result =
    before === undefined
      ? {
          text: renderImported(checked),
          added: countFeeds(checked),
          listsAdded: checked.items.filter(({ kind }) => kind === 'list').length,
          tookSettings: true,
          notes: [],
        }
      : addImported(before.text, checked)
  if (result === undefined) {
    throw new UsageError(
      `${showFile(file)} is written in a way that feeds cannot be added to; write them one below the other, each with "- "`,
    )
  }
  const said = checked.notes.filter(({ ofSettings }) => result.tookSettings || ofSettings === undefined)
  const notes = [...said, ...result.notes]
  if (!flags.dryRun) {
    if (before === undefined) await writeNew(file, root, result.text)
    else if (result.text !== before.text) await before.write(result.text)
    await copyFiles([...faces.copies, ...copies], root)
    const mistakes = await checkWritten(file)
    notes.push(...mistakes)
    if (flags.cache !== undefined && mistakes.length === 0) {
      const { importCache } = await import('./import-cache.ts')
      notes.push(...(await importCache(flags.cache, file, flags)))
    }
  }
  const report = makeImportReport({
    files: words,
    into: showFile(file),
    formats: read.map(({ planet }) => planet.format),
    planet: { ...checked, notes },
    feeds: countFeeds(joined),
    added: result.added,
    listsAdded: result.listsAdded,
    isNew,
    isDry: flags.dryRun === true,
  })
  if (flags.json) printJson(report)
  else if (!flags.quiet || report.groups['needs you'].length > 0) {
    print(renderImportReport(report, isNew, findColumns(Number.POSITIVE_INFINITY)))
  }
  return flags.strict && report.groups['needs you'].length > 0 ? exitCodes.feedErrors : exitCodes.done
}

/** As `findConfig`, but a missing feeds.yaml will be made. */
function findTarget({ config }: ImportFlags): string {
  if (config !== undefined) return path.resolve(config)
  const found = ['feeds.yaml', 'config/feeds.yaml'].map((name) => path.resolve(name)).find((name) => existsSync(name))
  return found ?? path.resolve('feeds.yaml')
}

const mostBytes = 100_000_000

/**
 * A file that somebody else wrote may be built to be slow. The limits are wide: the operator waits for the import, and the file has many
 * feeds.
 */
const limits = { cpuMs: 30_000, heapMb: 1024 }

type ReadFile = { planet: ImportedPlanet; folder: string }

async function readFiles(words: string[]): Promise<ReadFile[]> {
  const parserPool = openParserPool(limits)
  try {
    return (await Promise.all(words.map((word) => readFileOf(word, parserPool)))).flat()
  } finally {
    await parserPool.close()
  }
}

/** Read a file, and the files that it includes as parts of itself. */
async function readFileOf(word: string, parserPool: Pick<ParserPool, 'readPlanet'>): Promise<ReadFile[]> {
  if (/^https?:\/\//i.test(word)) {
    throw new UsageError(
      `${word} is an address: fetch it first, as with curl -O; or name it under include: in feeds.yaml, as a reading list`,
    )
  }
  const bytes = word === '-' ? await readStream(process.stdin) : await readBytes(word)
  if (bytes.length > mostBytes) throw new UsageError(`${word} is larger than 100 MB; it cannot be a list of feeds`)
  const result = await parserPool.readPlanet(bytes)
  if (result.kind === 'unreadable') throw new UsageError(`${word}: ${result.problem.message}; nothing was written`)
  const { planet } = result
  if ('problem' in planet) {
    const { problem, place } = planet
    throw new UsageError(
      place === undefined
        ? `${word} ${problem}; nothing was written`
        : `${word}:${place.line}:${place.column}: ${place.message}; nothing was written${place.excerpt}`,
    )
  }
  const folder = word === '-' ? process.cwd() : path.dirname(path.resolve(word))
  const seen = new Set([path.resolve(word)])
  const read = [{ planet, folder }, ...(await readParts(planet, folder, parserPool, seen))]
  const feeds = read.flatMap(({ planet }) => planet.items.flatMap((item) => (item.kind === 'feed' ? [item] : [])))
  for (const [key, value] of read.flatMap(({ planet }) => [...(planet.feedDefaults ?? [])])) {
    for (const feed of feeds) if (!feed.keys.has(key)) feed.keys.set(key, value)
  }
  return read
}

/**
 * Read the parts that a file names, but only beside it or in folders below: it may be somebody else's file, and name any path.
 *
 * @param seen files read already; a part may itself have parts
 */
async function readParts(
  { parts = [], notes }: ImportedPlanet,
  folder: string,
  parserPool: Pick<ParserPool, 'readPlanet'>,
  seen: Set<string>,
): Promise<ReadFile[]> {
  const read: ReadFile[] = []
  for (const { name, line } of parts) {
    const file = path.resolve(folder, name)
    if (seen.has(file)) continue
    seen.add(file)
    const bytes = isInside(file, folder) ? await readFile(file).catch(() => undefined) : undefined
    const result = bytes && bytes.length <= mostBytes ? await parserPool.readPlanet(bytes) : undefined
    if (result?.kind !== 'planet' || 'problem' in result.planet) {
      const message = `include ${name}: no such file stands here, or nothing that can be read; what it says is not here yet`
      notes.push({ group: 'needs you', line, message })
      continue
    }
    const { planet } = result
    const deeper = await readParts(planet, folder, parserPool, seen)
    const own = planet.notes.map((note) => ({ file: name, ...note }))
    read.push({ planet: { ...planet, notes: own }, folder }, ...deeper)
  }
  return read
}

async function readBytes(word: string): Promise<Buffer> {
  try {
    return await readFile(word)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new UsageError(`there is no ${word}; nothing was written`)
    if (code === 'EISDIR') throw new UsageError(`${word} is a folder; name the files in it; nothing was written`)
    throw error
  }
}

/** Where only a cache is imported. */
const nothing: ImportedPlanet = { format: 'cache of Venus', settings: [], items: [], notes: [] }

/** Of a setting in several files, that of the file named first counts. */
function joinPlanets(planets: ImportedPlanet[]): ImportedPlanet {
  const [first = nothing, ...others] = planets
  if (others.length === 0) return first
  const known = new Map<string, Setting>()
  for (const setting of planets.flatMap(({ settings }) => settings)) {
    const key = setting.path.join('.')
    if (!known.has(key)) known.set(key, setting)
  }
  return mergeRepeated({
    format: first.format,
    settings: [...known.values()],
    items: planets.flatMap(({ items }) => items),
    notes: planets.flatMap(({ notes }) => notes),
  })
}

/**
 * A planet has a title and an address. Where neither a file nor a flag gives them, a value that works is written, and the operator is told.
 */
function withSite(planet: ImportedPlanet, { title, url }: ImportFlags): ImportedPlanet {
  const notes: ImportNote[] = []
  const said = planet.settings.filter(
    ({ path: [key] }) => !((key === 'title' && title !== undefined) || (key === 'url' && url !== undefined)),
  )
  const settings = said.map((setting): Setting => {
    const { path, value, line } = setting
    if (path.join() !== 'url' || typeof value !== 'string' || !/[?#]/.test(value)) return setting
    const short = value.replace(/[?#].*$/s, '')
    notes.push({ group: 'changed', line, message: `${value} became ${short}: pages stand below it` })
    return { ...setting, value: short }
  })
  const add = (key: string, given: string | undefined, instead: string, message: string) => {
    if (settings.some(({ path: [name] }) => name === key)) return
    if (given === undefined) notes.push({ group: 'needs you', line: undefined, message })
    settings.push({ path: [key], value: given ?? instead, comments: [], line: 0 })
  }
  add('title', title, 'Planet', 'title: what the planet is called; "Planet" stands there (--title says it)')
  add(
    'url',
    url,
    'https://planet.example/',
    'url: where it is published; https://planet.example/ stands there (--url says it)',
  )
  return { ...planet, settings, notes: [...planet.notes, ...notes] }
}

/**
 * A feed listed in feeds.yaml may be asked even at a private address: a list that others wrote must not add such addresses without a word.
 */
function listPrivate({ items }: ImportedPlanet): ImportNote[] {
  return items.flatMap((item) => {
    if (item.kind === 'comment' || parseUrl(item.url)?.protocol.startsWith('http') !== true) return []
    if (isOpenAddress(item.url, [])) return []
    const message = `${item.url} is an address of this machine or of a private network, and will be asked; take it out if you do not mean it`
    return [{ group: 'needs you', line: item.line, message }]
  })
}

function countFeeds({ items }: ImportedPlanet): number {
  return items.filter(({ kind }) => kind === 'feed').length
}

async function writeNew(file: string, root: string, text: string): Promise<void> {
  makeFolder(path.dirname(file))
  const schema = path.join(root, '.planet/feeds.schema.json')
  const place = path.relative(path.dirname(file), schema).replaceAll(path.sep, '/')
  await writeFile(
    file,
    text.replace('$schema=.planet/feeds.schema.json', () => `$schema=${place}`),
    { flag: 'wx' },
  )
  if (existsSync(schema)) return
  makeFolder(path.dirname(schema), 0o700)
  await writeFile(schema, `${JSON.stringify(makeJsonSchema(), null, 2)}\n`)
}

/** Load the new feeds.yaml: its mistakes are reported now, not at the first build. */
async function checkWritten(file: string): Promise<ImportNote[]> {
  try {
    await loadConfig(file)
    return []
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    return error.problems.map(({ line, message }) => ({
      group: 'needs you',
      line: undefined,
      message: `${showFile(file)}:${line}: ${message}`,
    }))
  }
}
