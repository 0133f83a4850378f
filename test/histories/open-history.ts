import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type DefaultTreeAdapterMap, parse } from 'parse5'
import { onTestFinished } from 'vitest'
import { type BuildOptions, build } from '../../src/build.ts'
import { loadConfig } from '../../src/config/load-config.ts'
import { openFetcher } from '../../src/fetch/open-fetcher.ts'
import type { BuildReport, Entry } from '../../src/model.ts'
import { read } from '../../src/normalize/read/read.ts'
import { openStore } from '../../src/store/open-store.ts'
import type { Store } from '../../src/store/store.ts'
import { serveFeeds } from '../cli/serve-feeds.ts'
import { renderFeed, type Served } from './render-feed.ts'

/** A planet and its blogs through the years: what they serve, and when it is built, is a test's to say. All else is real. */
export type History = {
  /** The address of a path of the server. */
  url(path: string): string
  /** `undefined`: 404. */
  serve(path: string, served: Served | undefined): void
  /** @param lines of feeds.yaml; "/a" in them is the address of that feed */
  setConfig(lines: string): void
  /** @param time of the build's clock, ISO 8601 */
  build(time: string, options?: Partial<BuildOptions>): Promise<BuildReport>
  /** Titles on a page of the site, from the top. */
  titlesOn(page: string): string[]
  page(name: string): string
  /** Published ids in atom.xml, from the top. */
  ids(): string[]
  /** Every stored entry, newest first within its feed. */
  entries(): Promise<Entry[]>
  withStore<T>(use: (store: Store) => Promise<T>): Promise<T>
  folder: string
}

export async function openHistory(): Promise<History> {
  const folder = mkdtempSync(path.join(tmpdir(), 'planet-history-'))
  const server = await serveFeeds()
  onTestFinished(async () => {
    await server.close()
    rmSync(folder, { recursive: true, force: true })
  })
  const [file, state, output] = ['feeds.yaml', '.planet', 'public'].map((name) => path.join(folder, name)) as [
    string,
    string,
    string,
  ]
  const page = (name: string) => readFileSync(path.join(output, name), 'utf8')
  const withStore = async <T>(use: (store: Store) => Promise<T>): Promise<T> => {
    const store = openStore(state)
    try {
      return await use(store)
    } finally {
      await store.close()
    }
  }
  return {
    folder,
    url: (name) => server.url + name,
    serve(name, served) {
      if (served === undefined) server.feeds.delete(name)
      else server.feeds.set(name, renderFeed(name, served))
    },
    setConfig(lines) {
      const text = lines.replace(/(?<=^ *(?:- )?(?:(?:- )?(?:url|feed): )?)\/(?=\w+$)/gm, `${server.url}/`)
      writeFileSync(file, `title: Planet Test\nurl: https://planet.example/\nshow: {days: 0, entries: 0}\n${text}\n`)
    },
    async build(time, options = {}) {
      const config = await loadConfig(file)
      const now = () => new Date(time)
      const fetch = { ...config.fetch, host_delay: 0, sources: config.feeds, userAgent: 'planet/1.2.3', now }
      const fetcher = openFetcher(fetch)
      const reader = { read: (input: Parameters<typeof read>[0]) => read(input), close: async () => undefined }
      try {
        const whole = { output, offline: false, refresh: true, ...options }
        return await withStore((store) => build(config, whole, { now, fetcher, reader, store }))
      } finally {
        await fetcher.close()
      }
    },
    page,
    titlesOn: (name) => findHeadings(parse(page(name))),
    ids: () => [...page('atom.xml').matchAll(/<entry[\s\S]*?<id>(.*?)<\/id>/g)].map(([, id = '']) => id),
    withStore,
    entries: () =>
      withStore(async (store) => {
        const entries: Entry[] = []
        for await (const entry of store.everyEntry()) entries.push(entry)
        return entries
      }),
  }
}

type Node = DefaultTreeAdapterMap['node']

/** Texts of the h4, the titles of entries. */
function findHeadings(node: Node): string[] {
  if ('tagName' in node && node.tagName === 'h4') return [textOf(node).trim()]
  return 'childNodes' in node ? node.childNodes.flatMap(findHeadings) : []
}

function textOf(node: Node): string {
  if ('value' in node) return node.value
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : ''
}
