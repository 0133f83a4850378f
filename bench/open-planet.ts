import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fillState } from './fill-state.ts'
import { cli, type Measure, measure, measureBuild } from './measure.ts'
import { feedUrl, openServer } from './open-server.ts'

/** What one process used, and what was sent over the network and written to disk meanwhile. */
export type Row = Measure & { requests: number; received: number; files: number; bytes: number }

/** A planet of made-up feeds, served on loopback, each on a host of its own. */
export type BenchPlanet = {
  folder: string
  /** `planet build` with such flags. */
  build(...flags: string[]): Promise<Row>
  /** A build that asks all feeds, of which the first `feeds` have one more entry. */
  buildWithNews(feeds: number): Promise<Row>
  /** A build after a change of the theme's color, which all pages depend on. */
  buildWithTheme(): Promise<Row>
  /** Another command. */
  run(...words: string[]): Promise<Row>
  /** A script of bench/floors. */
  floor(name: string, ...words: string[]): Promise<Row>
  /** An HTTP client alone that asks all feeds: Node's own, which builds use, or undici, which they once used and other programs use. */
  ask(kind: 'new' | 'same', client: 'node:http' | 'undici'): Promise<Row>
  close(): void
}

/** @param history entries of earlier years that are stored before the first build */
export async function openPlanet(feeds: number, entries: number, history: number): Promise<BenchPlanet> {
  const server = await openServer(entries, 0)
  const folder = mkdtempSync(path.join(tmpdir(), 'planet-bench-'))
  const urls = Array.from({ length: feeds }, (_, feed) => feedUrl(feed, server.port))
  let themes = 0
  // The stored entries of earlier years share nothing with what these feeds carry now: each feed would seem to have been taken over.
  const lenient = history > 0 ? 'defaults: {takeover: ignore}\n' : ''
  const configure = (more: string) => {
    const list = urls.map((url) => `  - ${url}\n`).join('')
    writeFileSync(
      path.join(folder, 'feeds.yaml'),
      `title: Bench\nurl: https://planet.example/\n${lenient}${more}feeds:\n${list}`,
    )
  }
  const build = async (...flags: string[]): Promise<Row> => {
    const measured = await measureBuild(folder, '--json', ...flags)
    const { written } = JSON.parse(measured.out) as { written: string[] }
    const sizes = written.map((file) => statSync(path.join(folder, 'public', file)).size)
    const { requests, bytes: received } = await server.takeCounts()
    return { ...measured, requests, received, files: sizes.length, bytes: sizes.reduce((sum, size) => sum + size, 0) }
  }
  const runScript = async (script: string, ...words: string[]): Promise<Row> => {
    const measured = await measure(folder, script, ...words)
    const { requests, bytes: received } = await server.takeCounts()
    return { ...measured, requests, received, files: 0, bytes: 0 }
  }
  const floor = (name: string, ...words: string[]) =>
    runScript(path.join(import.meta.dirname, `floors/${name}.mjs`), ...words)
  configure('')
  if (history > 0) await fillState({ kind: 'folder', folder: path.join(folder, '.planet') }, urls, history)
  return {
    folder,
    build,
    async buildWithNews(many) {
      await server.addNews(many)
      const row = await build('--refresh')
      if (row.files === 0) throw new Error('there is news, and nothing was written')
      return row
    },
    buildWithTheme() {
      themes += 1
      configure(`theme: {links: [{text: "${themes}", url: "https://planet.example/"}]}\n`)
      return build()
    },
    run: (...words) => runScript(cli, ...words),
    floor,
    ask: (kind, client) =>
      floor(client === 'undici' ? 'ask-undici' : 'ask', server.port, String(feeds), kind, String(entries)),
    close() {
      server.close()
      rmSync(folder, { recursive: true })
    },
  }
}
