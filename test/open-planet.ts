import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import { type BuildOptions, build } from '../src/build.ts'
import type { BuildReport } from '../src/build-report.ts'
import { loadConfig } from '../src/config/load-config.ts'
import { openFetcher } from '../src/fetch/open-fetcher.ts'
import type { Entry, EntryRecord, FeedState } from '../src/model.ts'
import type { Edges } from '../src/pipeline/edges.ts'
import { openStore } from '../src/store/open-store.ts'
import type { Store } from '../src/store/store.ts'
import { dropState, placeState, postgres } from './place-state.ts'
import { readHere } from './read-here.ts'

/** A planet whose builds are run at whatever time a test says; all else is real: requests, reading, store, files. */
export type Planet = {
  folder: string
  /** @param inject a fault, into what the build reaches outside with */
  build(now: Date, options?: Partial<BuildOptions>, inject?: (edges: Edges) => Partial<Edges>): Promise<BuildReport>
  /** Minutes since the first build. */
  buildAt(minutes: number, options?: Partial<BuildOptions>): Promise<BuildReport>
  withStore<T>(use: (store: Store) => Promise<T>): Promise<T>
  /** What the store keeps about asking the first feed. */
  state(): Promise<FeedState>
  /** Every stored entry, newest first within its feed. */
  entries(): Promise<(Entry & EntryRecord)[]>
  setConfig(text: string): void
  /** A file of the site. */
  page(name: string): string
}

const start = Date.UTC(2026, 2, 2, 12)

/** The time of a build: minutes since noon of Monday, March 2, 2026. */
export function timeAt(minutes: number): Date {
  return new Date(start + minutes * 60_000)
}

/**
 * @param lines of feeds.yaml, below title and url
 * @param database that keeps the state; null: a folder
 */
export function openPlanet(lines: string, database: string | null = postgres ?? null): Planet {
  const folder = mkdtempSync(path.join(tmpdir(), 'planet-test-'))
  const place = placeState(path.join(folder, '.planet'), database)
  onTestFinished(async () => {
    rmSync(folder, { recursive: true, force: true })
    await dropState(place)
  })
  const [file, output] = ['feeds.yaml', 'public'].map((name) => path.join(folder, name)) as [string, string]
  const setConfig = (text: string) => writeFileSync(file, `title: Planet Test\nurl: https://planet.example/\n${text}\n`)
  setConfig(lines)
  const withStore = async <T>(use: (store: Store) => Promise<T>): Promise<T> => {
    const store = await openStore(place)
    try {
      return await use(store)
    } finally {
      await store.close()
    }
  }
  const buildNow = async (
    time: Date,
    options: Partial<BuildOptions> = {},
    inject: (edges: Edges) => Partial<Edges> = () => ({}),
  ) => {
    const config = await loadConfig(file)
    const now = () => time
    const fetcher = openFetcher({
      ...config.fetch,
      hostDelayMs: 0,
      sources: config.feeds,
      userAgent: 'planet/1.2.3',
      now,
    })
    try {
      const whole = { output, part: 'both' as const, refresh: false, ...options }
      return await withStore((store) => {
        const edges = { now, fetcher, parserPool: readHere, store }
        return build(config, whole, { ...edges, ...inject(edges) })
      })
    } finally {
      await fetcher.close()
    }
  }
  return {
    folder,
    setConfig,
    withStore,
    build: buildNow,
    buildAt: (minutes, options) => buildNow(timeAt(minutes), options),
    page: (name) => readFileSync(path.join(output, name), 'utf8'),
    entries: () =>
      withStore(async (store) => {
        const entries: (Entry & EntryRecord)[] = []
        for await (const entry of store.everyEntry()) entries.push(entry)
        return entries
      }),
    state: () =>
      withStore(async (store) => {
        const [feed] = await store.feeds()
        if (feed === undefined) throw new Error('the planet has no feed')
        return feed.state
      }),
  }
}
