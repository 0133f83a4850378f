import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { build } from '../../src/build.ts'
import { loadConfig } from '../../src/config/load-config.ts'
import type { Fetcher } from '../../src/fetch/open-fetcher.ts'
import type { Entry } from '../../src/model.ts'
import type { Edges } from '../../src/pipeline/edges.ts'
import { openStore } from '../../src/store/open-store.ts'
import { attacks } from '../html/attacks.ts'
import { readHere } from '../read-here.ts'

/** A site that was built for a test, on disk. */
export type Site = {
  name: SiteName
  /** Where its files are. */
  folder: string
  /** What `url` of its feeds.yaml says. */
  url: string
  /** Paths of its files, with "/". */
  files: string[]
  /** The paths among them that are HTML pages. */
  pages: string[]
  /** Every entry that it was built from. */
  entries: Entry[]
  remove(): void
}

/** `classic` is the sample planet in the classic theme. */
export const siteNames = ['demo', 'hostile', 'classic'] as const
export type SiteName = (typeof siteNames)[number]

const folders: Record<SiteName, string> = {
  demo: path.join(import.meta.dirname, '../../demo'),
  classic: path.join(import.meta.dirname, '../../demo'),
  hostile: path.join(import.meta.dirname, '../fixtures/hostile'),
}

/** When the sites are built: after the last entry of their feeds. */
const builtAt = new Date('2026-11-21T12:00:00Z')

/**
 * Build the sample planet, or the one whose feeds mean harm.
 *
 * @param url where it will be served; else what its feeds.yaml says
 */
export async function buildSite(name: SiteName, url?: string): Promise<Site> {
  const config = await loadConfig(path.join(folders[name], 'feeds.yaml'))
  if (url !== undefined) config.url = url
  if (name === 'classic') config.theme.base = 'classic'
  const temporary = mkdtempSync(path.join(tmpdir(), `planet-pages-${name}-`))
  const folder = path.join(temporary, 'public')
  const store = await openStore({ kind: 'folder', folder: path.join(temporary, 'state') })
  const edges: Edges = {
    now: () => builtAt,
    fetcher: openFileFetcher(path.join(folders[name], 'feeds')),
    parserPool: readHere,
    store,
  }
  await build(config, { output: folder, part: 'both', refresh: true }, edges)
  const entries = await store.queries.between(new Date(-8.64e15), new Date(8.64e15))
  await store.close()

  const files = listFiles(folder)
  const pages = files.filter((file) => file.endsWith('.html'))
  const remove = () => rmSync(temporary, { recursive: true })
  return { name, folder, url: config.url, files, pages, entries, remove }
}

/** The text of a file of a site. */
export function readPage(site: Site, page: string): string {
  return readFileSync(path.join(site.folder, page), 'utf8')
}

/** Where a page of a site is served. */
export function addressOf(site: Site, page: string): string {
  return site.url + page.split('/').map(encodeURIComponent).join('/')
}

/** Feeds from a folder, by the last part of their address; those that are not there fail as a server does. */
function openFileFetcher(feeds: string): Fetcher {
  return {
    async fetch({ url }) {
      const name = path.basename(new URL(url).pathname)
      const body = name === 'attacks.json' ? Buffer.from(renderAttacks()) : readFeed(path.join(feeds, name))
      if (body === undefined) {
        const problem = { code: 'HTTP_STATUS', message: 'answered 404' } as const
        return { kind: 'failed', problem, hops: [], status: 404, retryAfter: undefined }
      }
      const answer = { status: 200, freshForMs: undefined, finalUrl: url, hops: [], validators: { url } }
      return { kind: 'fetched', ...answer, contentType: undefined, body }
    },
    leaveAlone: () => undefined,
    calm: async () => undefined,
    close: async () => {},
  }
}

function readFeed(file: string): Uint8Array | undefined {
  return statSync(file, { throwIfNoEntry: false })?.isFile() ? readFileSync(file) : undefined
}

/** Every attack that the tests of the sanitiser know, as the text, title and author of an entry. All are of one day. */
function renderAttacks(): string {
  const items = attacks.map(([name, html], index) => ({
    id: `https://attacks.example/${index}`,
    url: `https://attacks.example/${index}`,
    title: html.length > 1000 ? name : `${name}: ${html}`,
    content_html: html,
    authors: [{ name: html.length > 1000 ? name : html }],
    date_published: new Date(Date.UTC(2001, 1, 3, 12, 0, index)).toISOString(),
  }))
  return JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'Attacks', items })
}

function listFiles(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return files.filter((file) => statSync(path.join(folder, file)).isFile()).sort()
}
