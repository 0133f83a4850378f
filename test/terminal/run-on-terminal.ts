import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'

/** `script` of util-linux gives a program a terminal without a native package; others of that name take other words. */
export const hasTerminal = /util-linux/.test(spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout ?? '')

const cli = path.join(import.meta.dirname, '../../dist/cli.js')
const clock = path.join(import.meta.dirname, 'fix-clock.mjs')

/** What a terminal shows in the end, line by line, and each line that was drawn over another meanwhile. */
export type Shown = { code: number | null; screen: string; drawn: string[]; raw: string }

/** What is typed when a text has come: `['Title: ', 'Planet XMPP']`. */
export type Answer = [prompt: string, typed: string]

type Options = { columns: number; at: Date; answers?: Answer[]; env?: Record<string, string> }

/** Run the built program on a pseudo-terminal so wide, with a clock that stands still. */
export async function runOnTerminal(cwd: string, words: string[], options: Options): Promise<Shown> {
  const { columns, at, answers = [], env = {} } = options
  const program = [process.execPath, '--import', clock, cli, ...words].map(quote).join(' ')
  const command = `stty cols ${columns} rows 24; exec ${program}`
  const child = spawn('script', ['--quiet', '--return', '--command', command, '/dev/null'], {
    cwd,
    // What asks where nobody answers ends here.
    timeout: 60_000,
    stdio: ['pipe', 'pipe', 'inherit'],
    env: {
      PATH: process.env.PATH,
      TERM: 'xterm-256color',
      SHELL: '/bin/sh',
      PLANET_TEST_CLOCK: at.toISOString(),
      ...env,
    },
  })
  const left = [...answers]
  let [raw, seen] = ['', 0]
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    raw += text
    const [next] = left
    if (next === undefined || !raw.slice(seen).includes(next[0])) return
    left.shift()
    seen = raw.length
    child.stdin.write(`${next[1]}\n`)
  })
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, raw, ...replay(raw.replace(/\u001b\[\d*m/g, '')) }
}

/** What the few orders that we give, colours aside, leave on the screen: begin the line anew, clear it, go to a column. */
function replay(raw: string): Pick<Shown, 'screen' | 'drawn'> {
  const drawn: string[] = []
  const lines = raw.split(/\r*\n/).map((line) => {
    const [first = '', ...later] = line.split(/\r?\u001b\[[0-9]*[KJ]/)
    drawn.push(...[first, ...later].slice(0, -1).filter((text) => text !== ''))
    // readline draws its question over an empty line.
    return (later.at(-1) ?? first)
      .replace(/\u001b\[\d*[GCD]/g, '')
      .replace(/^.*\r(?=.)/, '')
      .replace(/\r$/, '')
  })
  return { screen: lines.join('\n'), drawn }
}

function quote(word: string): string {
  return `'${word.replaceAll("'", "'\\''")}'`
}
