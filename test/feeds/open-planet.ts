import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { build } from '../../src/build.ts'
import type { BuildReport } from '../../src/build-report.ts'
import { loadConfig } from '../../src/config/load-config.ts'
import type { Fetcher } from '../../src/fetch/open-fetcher.ts'
import type { Entry } from '../../src/model.ts'
import type { Edges } from '../../src/pipeline/edges.ts'
import { openStore } from '../../src/store/open-store.ts'
import { dropState, placeState } from '../place-state.ts'
import { readHere } from '../read-here.ts'

/** The files of a site: path → text. */
export type Site = Map<string, string>

/** A whole planet with a real store and a real folder; only its feeds come from memory, and the time from the test. */
export type TestPlanet = {
  /** The planet's root. */
  folder: string
  /** Address → the feed; what is not there answers 404. */
  feeds: Map<string, string | Uint8Array>
  /** Ask every feed, and write the site. @param now ISO 8601 */
  build(now: string, pingHub?: Edges['pingHub']): Promise<BuildReport>
  /** The site as it stands on disk. */
  site(): Site
  /** Every stored entry. */
  entries(): Promise<Entry[]>
  /** Put a file into the site as if an earlier version had written it. */
  claim(file: string): Promise<void>
  /** Take other lines for the configuration from now on. */
  configure(lines: string): void
  close(): Promise<void>
}

const head = 'title: Planet Test\nurl: https://planet.example/\ndescription: What we write\n'

/** @param lines of feeds.yaml beside title, url and the list of feeds; a feed with more than its address stands here whole */
export function openPlanet(
  feeds: Record<string, string | Uint8Array>,
  lines = '',
  makeSearchIndex?: Edges['makeSearchIndex'],
): TestPlanet {
  const folder = mkdtempSync(path.join(tmpdir(), 'planet-feeds-'))
  const output = path.join(folder, 'public')
  const place = placeState(path.join(folder, 'state'))
  const opening = openStore(place)
  const served = new Map(Object.entries(feeds))
  const fetcher = openMemoryFetcher(served)
  const listed = Object.keys(feeds)
  let more = lines
  return {
    folder,
    feeds: served,
    async build(now, pingHub) {
      const list = more.includes('feeds:') ? '' : `feeds:${listed.map((url) => `\n  - ${url}`).join('') || ' []'}\n`
      const file = path.join(folder, 'feeds.yaml')
      writeFileSync(file, `${head}${more}\n${list}`)
      const config = await loadConfig(file)
      const edges: Edges = {
        now: () => new Date(now),
        fetcher,
        parserPool: readHere,
        store: await opening,
        pingHub,
        makeSearchIndex,
      }
      return build(config, { output, part: 'both', refresh: true }, edges)
    },
    site() {
      const files = readdirSync(output, { recursive: true, encoding: 'utf8' })
        .filter((file) => statSync(path.join(output, file)).isFile())
        .sort()
      return new Map(files.map((file) => [file, readFileSync(path.join(output, file), 'utf8')]))
    },
    async entries() {
      const entries: Entry[] = []
      for await (const entry of (await opening).everyEntry()) entries.push(entry)
      return entries
    },
    async claim(file) {
      mkdirSync(path.dirname(path.join(output, file)), { recursive: true })
      writeFileSync(path.join(output, file), 'of another version')
      await (await opening).saveWrittenFiles(output, [file], [])
    },
    configure(lines) {
      more = lines
    },
    async close() {
      await (await opening).close()
      await dropState(place)
      rmSync(folder, { recursive: true })
    },
  }
}

function openMemoryFetcher(feeds: TestPlanet['feeds']): Fetcher {
  return {
    async fetch({ url }) {
      const feed = feeds.get(url)
      if (feed === undefined) {
        const problem = { code: 'HTTP_STATUS', message: 'answered 404' } as const
        return { kind: 'failed', problem, hops: [], status: 404, retryAfter: undefined }
      }
      const answer = {
        status: 200,
        freshForMs: undefined,
        finalUrl: url,
        hops: [],
        validators: { url },
        contentType: undefined,
      }
      return { kind: 'fetched', ...answer, body: typeof feed === 'string' ? Buffer.from(feed) : feed }
    },
    leaveAlone: () => undefined,
    calm: async () => undefined,
    close: async () => {},
  }
}
