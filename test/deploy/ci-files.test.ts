import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { type FeedServer, serveFeeds } from '../cli/serve-feeds.ts'

/** What GitHub and GitLab would run, by a shell, one job after the other, each on an empty disk, against a repository here. */
const deploy = path.join(import.meta.dirname, '../../deploy')
const read = (name: string) => readFileSync(path.join(deploy, name), 'utf8').replaceAll('@MINUTE@', '17')

type Step = { name?: string; uses?: string; run?: string }
const github = parse(read('github.yml')) as { jobs: { build: { steps: Step[]; permissions?: unknown } } }
const gitlab = parse(read('gitlab.yml')) as { pages: { before_script: string[]; script: string[] } }

let root: string
let server: FeedServer
beforeAll(async () => {
  root = mkdtempSync(path.join(tmpdir(), 'planet-ci-'))
  server = await serveFeeds()
  const bin = path.join(root, 'bin')
  mkdirSync(bin)
  // What `npm install --global` would put there.
  const cli = path.join(import.meta.dirname, '../../dist/cli.js')
  writeFileSync(path.join(bin, 'planet'), `#!/bin/sh\nexec '${process.execPath}' '${cli}' "$@"\n`)
  chmodSync(path.join(bin, 'planet'), 0o755)
})
afterAll(async () => {
  await server.close()
  rmSync(root, { recursive: true })
})

const rss = (...titles: string[]) =>
  `<rss version="2.0"><channel><title>A</title>${titles.map((item) => `<item><guid>${item}</guid><title>${item}</title></item>`).join('')}</channel></rss>`

/** A repository on disk that stands for one of the service, whatever address that has there. */
function makeRemote(name: string): string {
  const remote = path.join(root, `${name}.git`)
  execFileSync('git', ['init', '--quiet', '--bare', remote])
  return remote
}

/** One job: what it says, and how it ended. GitHub runs each step with -e; GitLab all lines in one shell. */
async function runJob(lines: string[], remote: string, urls: string[]) {
  const job = mkdtempSync(path.join(root, 'job-'))
  execFileSync('git', ['init', '--quiet', job])
  execFileSync('git', ['-C', job, 'remote', 'add', 'origin', 'https://ci.test/kim/planet.git'])
  const list = `title: P\nurl: https://p.example/\nfetch: {host_delay: 0s}\nfeeds:\n  - ${server.url}/a\n`
  writeFileSync(path.join(job, 'feeds.yaml'), list)
  const config = ['https://ci.test/kim/planet.git', ...urls].flatMap((url, index) => [
    [`GIT_CONFIG_KEY_${index}`, `url.${remote}.insteadOf`],
    [`GIT_CONFIG_VALUE_${index}`, url],
  ])
  const env = {
    ...Object.fromEntries(config),
    GIT_CONFIG_COUNT: String(config.length / 2),
    PATH: `${path.join(root, 'bin')}:${process.env.PATH}`,
    HOME: job,
    STATE_TOKEN: 'token',
    CI_SERVER_HOST: 'gitlab.test',
    CI_PROJECT_PATH: 'kim/planet',
  }
  const child = spawn('bash', ['-e', '-o', 'pipefail', '-c', lines.join('\n')], {
    cwd: job,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text))
  const [code] = (await once(child, 'close')) as [number]
  const page = path.join(job, 'public/index.html')
  return { code, said, page: existsSync(page) ? readFileSync(page, 'utf8') : '' }
}

const githubLines = github.jobs.build.steps.flatMap(({ run = '' }) => {
  const filled = run.replaceAll('${{ github.token }}', 'token').replaceAll('${{ github.repository }}', 'kim/planet')
  // Each step is a shell of its own.
  return run === '' || /npm install/.test(run) ? [] : [`( ${filled}\n)`]
})
const gitlabLines = [...gitlab.pages.before_script, ...gitlab.pages.script].filter(
  (line) => !/apt-get|npm install/.test(line),
)

const services = [
  { name: 'github', lines: githubLines, url: 'https://x-access-token:token@github.com/kim/planet' },
  { name: 'gitlab', lines: gitlabLines, url: 'https://planet:token@gitlab.test/kim/planet.git' },
]

describe.each(services)('O-16 $name', ({ name, lines, url }) => {
  test('what a job remembers, the next one knows, though its disk is empty', async () => {
    const remote = makeRemote(name)
    server.feeds.set('/a', rss('One'))
    expect(await runJob(lines, remote, [url])).toMatchObject({ code: 0, page: expect.stringContaining('One') })
    const files = execFileSync('git', ['-C', remote, 'ls-tree', '--name-only', 'planet-state'], { encoding: 'utf8' })
    expect(files).toBe('planet.db\n')
    // Its entry has left the feed, and nothing is due: what stands there now comes from the state.
    server.feeds.set('/a', rss('Two'))
    expect(await runJob(lines, remote, [url])).toMatchObject({ code: 0, page: expect.stringContaining('One') })
    const commits = execFileSync('git', ['-C', remote, 'rev-list', '--count', 'planet-state'], { encoding: 'utf8' })
    expect(commits).toBe('1\n')
  })

  test('a branch that cannot be had ends the job: it is not written over', async () => {
    const { code, page } = await runJob(lines, path.join(root, 'nowhere.git'), [url])
    expect(code).not.toBe(0)
    expect(page).toBe('')
  })
})

test('schedules avoid the full hour; actions are named with their version', () => {
  expect(read('github.yml')).toMatch(/cron: '17 \* \* \* \*'/)
  for (const { uses } of github.jobs.build.steps) if (uses !== undefined) expect(uses).toMatch(/^actions\/[\w-]+@v\d+$/)
})

/** What hadolint would say of it, as far as it bears on ours (its rules DL3002, DL3006, DL3007, DL3020, DL3025, DL4000). */
test('O-21 the Dockerfile: versions are named, nobody is root, commands are lists', () => {
  const lines = read('Dockerfile')
    .replace(/\\\n/g, ' ')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
  const of = (word: string) =>
    lines.filter((line) => line.startsWith(`${word} `)).map((line) => line.slice(word.length + 1))
  expect(lines.every((line) => /^(FROM|RUN|COPY|WORKDIR|USER|VOLUME|ENTRYPOINT|CMD) /.test(line))).toBe(true)
  for (const image of of('FROM')) expect(image).toMatch(/^[a-z]+:\d[\w.-]*( AS [a-z]+)?$/)
  expect(of('USER')).toEqual(['planet'])
  expect(lines.findIndex((line) => line.startsWith('USER '))).toBeLessThan(
    lines.findIndex((line) => line.startsWith('ENTRYPOINT')),
  )
  for (const list of [...of('VOLUME'), ...of('ENTRYPOINT'), ...of('CMD')])
    expect(JSON.parse(list)).toBeInstanceOf(Array)
  for (const word of of('WORKDIR')) expect(word).toMatch(/^\//)
})
