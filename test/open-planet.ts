import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import { type BuildOptions, build } from '../src/build.ts'
import { loadConfig } from '../src/config/load-config.ts'
import { openFetcher } from '../src/fetch/open-fetcher.ts'
import type { BuildReport, Entry, FeedState } from '../src/model.ts'
import { read } from '../src/normalize/read/read.ts'
import { openStore } from '../src/store/open-store.ts'

/** A planet whose builds are run at whatever time a test says; all else is real: requests, reader, store, files. */
export type Planet = {
  /** Minutes since the first build. */
  buildAt(minutes: number, options?: Partial<BuildOptions>): Promise<BuildReport>
  /** What the store keeps about asking the first feed. */
  state(): Promise<FeedState>
  /** Every stored entry. */
  entries(): Promise<Entry[]>
  setConfig(text: string): void
  /** A file of the site. */
  page(name: string): string
}

const start = Date.UTC(2026, 2, 2, 12)

/** The time of a build: minutes since noon of Monday, March 2, 2026. */
export function timeAt(minutes: number): Date {
  return new Date(start + minutes * 60_000)
}

/** @param lines of feeds.yaml, below title and url */
export function openPlanet(lines: string): Planet {
  const folder = mkdtempSync(path.join(tmpdir(), 'planet-etiquette-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const file = path.join(folder, 'feeds.yaml')
  const setConfig = (text: string) => writeFileSync(file, `title: Planet Test\nurl: https://planet.example/\n${text}\n`)
  setConfig(lines)
  const state = path.join(folder, '.planet')
  return {
    setConfig,
    page: (name) => readFileSync(path.join(folder, 'public', name), 'utf8'),
    async buildAt(minutes, options = {}) {
      const config = await loadConfig(file)
      const now = () => timeAt(minutes)
      const [store, fetcher] = [
        openStore(state),
        openFetcher({ ...config.fetch, host_delay: 0, sources: config.feeds, userAgent: 'planet/1.2.3', now }),
      ]
      const reader = { read: (input: Parameters<typeof read>[0]) => read(input), close: async () => undefined }
      try {
        const output = path.join(folder, 'public')
        return await build(
          config,
          { output, offline: false, refresh: false, ...options },
          { now, fetcher, reader, store },
        )
      } finally {
        await fetcher.close()
        await store.close()
      }
    },
    async entries() {
      const store = openStore(state)
      const entries: Entry[] = []
      for await (const entry of store.everyEntry()) entries.push(entry)
      await store.close()
      return entries
    },
    async state() {
      const store = openStore(state)
      const [feed] = await store.feeds()
      await store.close()
      if (feed === undefined) throw new Error('the planet has no feed')
      return feed.state
    },
  }
}
