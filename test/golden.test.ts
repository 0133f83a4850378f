import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { build } from '../src/build.ts'
import { loadConfig } from '../src/config/load-config.ts'
import type { Config } from '../src/config/schema.ts'
import type { Fetcher } from '../src/fetch/open-fetcher.ts'
import type { Edges } from '../src/pipeline/edges.ts'
import { openStore } from '../src/store/open-store.ts'
import { readHere } from './read-here.ts'

const root = path.join(import.meta.dirname, 'golden')
const anew = process.env.UPDATE_GOLDEN === '1'
let folder: string

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'planet-golden-'))
})

afterEach(() => rmSync(folder, { recursive: true }))

/** Feeds from a folder: `https://a.example/feed` is the file that begins with `a.example`; without one, a 404. */
function openFolderFetcher(feeds: string): Fetcher {
  return {
    async fetch({ url }) {
      const name = readdirSync(feeds).find((file) => file.startsWith(new URL(url).host))
      if (name === undefined) {
        const problem = { code: 'HTTP_STATUS', message: 'answered 404' } as const
        return { kind: 'failed', problem, hops: [], status: 404, retryAfter: undefined }
      }
      const body = readFileSync(path.join(feeds, name))
      return {
        kind: 'fetched',
        status: 200,
        freshForMs: undefined,
        finalUrl: url,
        hops: [],
        validators: { url },
        contentType: undefined,
        body,
      }
    },
    leaveAlone: () => undefined,
    calm: async () => undefined,
    close: async () => {},
  }
}

function listFiles(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return files.filter((file) => statSync(path.join(folder, file)).isFile()).sort()
}

/** Build a planet of test/ once for each folder of its feeds, a day apart. */
async function buildGolden(planet: string, change: Partial<Config>, output: string): Promise<void> {
  const config = { ...(await loadConfig(path.join(planet, 'feeds.yaml'))), ...change }
  const store = await openStore({ kind: 'folder', folder: path.join(folder, 'state') })
  for (const step of readdirSync(path.join(planet, 'feeds')).sort()) {
    const edges: Edges = {
      now: () => new Date(`2020-06-0${step}T12:00:00Z`),
      fetcher: openFolderFetcher(path.join(planet, 'feeds', step)),
      parserPool: readHere,
      store,
    }
    await build(config, { output, part: 'both', refresh: true }, edges)
  }
  await store.close()
}

function update(output: string, expected: string, files: string[]): void {
  rmSync(expected, { recursive: true, force: true })
  for (const file of files) {
    mkdirSync(path.dirname(path.join(expected, file)), { recursive: true })
    writeFileSync(path.join(expected, file), readFileSync(path.join(output, file)))
  }
}

test.each(readdirSync(root))('golden site: %s', async (name) => {
  const planet = path.join(root, name)
  const expected = path.join(planet, 'expected')
  const output = path.join(folder, 'public')
  await buildGolden(planet, {}, output)
  if (anew) update(output, expected, listFiles(output))
  expect(listFiles(output)).toEqual(listFiles(expected))
  for (const file of listFiles(expected)) {
    expect(readFileSync(path.join(output, file), 'utf8'), file).toBe(readFileSync(path.join(expected, file), 'utf8'))
  }
})

const languages = ['ar', 'de', 'es', 'fa', 'he', 'hi', 'ja', 'pl', 'ru', 'zh-Hant']

test.each(languages)('golden pages in %s', async (language) => {
  const planet = path.join(import.meta.dirname, 'golden-pages')
  const expected = path.join(planet, 'expected', language)
  const output = path.join(folder, 'public')
  await buildGolden(planet, { language }, output)
  const pages = ['index.html', '2020/05/30/index.html']
  if (anew) update(output, expected, pages)
  for (const file of pages) {
    expect(readFileSync(path.join(output, file), 'utf8'), file).toBe(readFileSync(path.join(expected, file), 'utf8'))
  }
})
