import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { vi } from 'vitest'
import { runPlanet } from '../cli/run-planet.ts'
import { type FeedServer, serveFeeds } from '../cli/serve-feeds.ts'
import { type Ended, startPlanetWith } from '../cli/start-planet.ts'
import { type Answer, runOnTerminal, type Shown } from './run-on-terminal.ts'

const clockModule = path.join(import.meta.dirname, 'fix-clock.mjs')

/** A planet with a history: commands that ran at times in the past, against blogs that were as they were then. */
export type Story = {
  folder: string
  server: FeedServer
  /** Run a command off a terminal, at a time; what it leaves is where the story goes on. */
  run(at: string, ...words: string[]): Promise<Ended>
  /** Run it off a terminal on a copy of the planet: the story stays where it is. */
  look(at: string, ...words: string[]): Promise<Ended>
  /** The same in a process that is interrupted when it has printed a text. */
  interrupt(at: string, until: string, ...words: string[]): Promise<Ended>
  /** The same on a pseudo-terminal so wide. */
  watch(columns: number, at: string, words: string[], answers?: Answer[], env?: Record<string, string>): Promise<Shown>
  /** What differs each time is written the same: ports, how long it took, folders, how many files. */
  mask(text: string): string
  /** A copy of the planet as it is now: its folder. */
  copy(): string
  close(): Promise<void>
}

/**
 * @param env what Node must know when it starts, as whom to trust: commands off a terminal run in processes of their own then
 */
export async function openStory(env?: Record<string, string>): Promise<Story> {
  const root = mkdtempSync(path.join(tmpdir(), 'planet-story-'))
  const folder = path.join(root, 'planet')
  mkdirSync(folder)
  const server = await serveFeeds()
  const run = async (at: string, cwd: string, words: string[]) => {
    if (env !== undefined) {
      return startPlanetWith(cwd, { ...process.env, ...env, ...fixClock(at) }, ...words).ended
    }
    vi.useFakeTimers({ toFake: ['Date'], now: new Date(at) })
    try {
      return await runPlanet(cwd, ...words)
    } finally {
      vi.useRealTimers()
    }
  }
  const copy = () => {
    const place = path.join(mkdtempSync(path.join(root, 'copy-')), 'planet')
    cpSync(folder, place, { recursive: true, preserveTimestamps: true })
    return place
  }
  return {
    folder,
    server,
    run: (at, ...words) => run(at, folder, words),
    look: (at, ...words) => run(at, copy(), words),
    async interrupt(at, until, ...words) {
      const { child, ended } = startPlanetWith(copy(), { ...process.env, ...env, ...fixClock(at) }, ...words)
      let seen = ''
      child.stdout?.on('data', (text: string) => {
        seen += text
        if (seen.includes(until)) child.kill('SIGINT')
      })
      return ended
    },
    watch: (columns, at, words, answers = [], more = {}) =>
      runOnTerminal(copy(), words, { columns, at: new Date(at), answers, env: { ...env, ...more } }),
    copy,
    mask: (text) =>
      text
        .replace(/127\.0\.0\.1:\d{5}/g, '127.0.0.1:#####')
        .replaceAll(root, '/srv')
        .replace(/\d+\.\d s\b/g, '#.# s')
        // How many files a site has is not the matter here.
        .replace(/\d+ of \d+ files\b/g, '# of # files')
        .replace(/\d+ files of the site/g, '# files of the site'),
    async close() {
      await server.close()
      rmSync(root, { recursive: true, force: true })
    },
  }
}

function fixClock(at: string): NodeJS.ProcessEnv {
  return { NODE_OPTIONS: `--import ${clockModule}`, PLANET_TEST_CLOCK: at }
}

/** feeds.yaml of a story; `URL` stands for its server. */
export function writeFeeds({ folder, server }: Pick<Story, 'folder' | 'server'>, text: string): void {
  writeFileSync(path.join(folder, 'feeds.yaml'), text.replaceAll('URL', server.url))
}

type Post = [title: string, date: string]

/** A blog's feed in Atom. */
export function atom(title: string, name: string, posts: Post[], language = 'en'): string {
  const entries = posts.map(
    ([head, date], index) =>
      `<entry><id>https://${name}/${date}-${index}</id><title>${head}</title><link href="https://${name}/${date}-${index}"/><updated>${date}T10:00:00Z</updated><content>${head}, in a few words.</content></entry>`,
  )
  return `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}"><title>${title}</title><id>https://${name}/</id><link href="https://${name}/"/><updated>2019-01-01T00:00:00Z</updated>${entries.join('')}</feed>`
}

/** An answer with a status and headers. */
export function answerWith(status: number, headers: Record<string, string> = {}, body = '') {
  return (answer: import('node:http').ServerResponse) => void answer.writeHead(status, headers).end(body)
}
