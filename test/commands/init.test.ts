import { execFileSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { parse } from 'yaml'
import { pickMinute } from '../../src/commands/render-schedule.ts'
import { loadConfig } from '../../src/config/load-config.ts'
import { runPlanet } from '../cli/run-planet.ts'

let folder: string
beforeEach(() => {
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'planet-init-')))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
})
const named = ['--title', 'Planet Example', '--url', 'https://planet.example']
const init = (...words: string[]) => runPlanet(folder, 'init', ...words)
const text = (file: string) => readFileSync(path.join(folder, file), 'utf8')

test('O-01 init writes a planet that can be built, and says what comes next', async () => {
  const { code, stdout, stderr } = await init('new', ...named)
  expect(stderr).toBe('')
  expect(stdout).toBe(`Wrote feeds.yaml, about.md, .gitignore

Next:
  cd new
  planet add https://blog.example  find its feed, add it
  planet build                     fetch and write public/
  planet serve                     see http://127.0.0.1:8080
`)
  expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(60)
  expect(code).toBe(0)
  expect(await loadConfig(path.join(folder, 'new/feeds.yaml'))).toMatchObject({
    title: 'Planet Example',
    url: 'https://planet.example/',
    feeds: [],
  })
  expect(text('new/feeds.yaml')).toMatch(/^# yaml-language-server: \$schema=\.planet\/feeds\.schema\.json\n/)
  expect(JSON.parse(text('new/.planet/feeds.schema.json'))).toHaveProperty('properties.feeds')
  expect(statSync(path.join(folder, 'new/.planet')).mode & 0o777).toBe(0o700)
})

const titles = ['Planet: "A" # 1', "It's ${HOME}", '- [x]', '1.10', 'no', '漢字 😀', '@ %d \\']
test.each(titles)('the title is what it was called: %s', async (title) => {
  await init(
    '--title',
    title,
    '--url',
    'https://planet.example',
    '--cron',
    '--systemd',
    '--github',
    '--gitlab',
    '--docker',
  )
  expect((await loadConfig(path.join(folder, 'feeds.yaml'))).title).toBe(title)
  for (const file of ['.github/workflows/planet.yml', '.gitlab-ci.yml']) expect(parse(text(file))).toBeTypeOf('object')
})

const refused = [
  {
    name: 'nobody to ask',
    words: [],
    message: /^planet: say what it is called and where it will be: planet init new --title ".*" --url .*\n$/,
  },
  {
    name: 'no address',
    words: ['--title', 'P', '--url', 'planet.example'],
    message: /did you mean "https:\/\/planet\.example"\?/,
  },
  { name: 'no title', words: ['--title', ' ', '--url', 'https://planet.example'], message: /needs a title/ },
]
test.each(refused)('refused, with nothing written: $name', async ({ words, message }) => {
  const { code, stderr } = await init('new', ...words)
  expect(stderr).toMatch(message)
  expect(code).toBe(2)
  expect(existsSync(path.join(folder, 'new'))).toBe(false)
})

test('nothing is overwritten, and nothing is written beside it', async () => {
  writeFileSync(path.join(folder, 'about.md'), 'mine')
  const { code, stderr } = await init(...named)
  expect(stderr).toBe('planet: about.md is there already; nothing was written\n')
  expect(code).toBe(2)
  expect(text('about.md')).toBe('mine')
  expect(existsSync(path.join(folder, 'feeds.yaml'))).toBe(false)
})

test('a planet that is there gets a schedule, and no other file', async () => {
  mkdirSync(path.join(folder, 'config'))
  writeFileSync(path.join(folder, 'config/feeds.yaml'), 'title: P\nurl: https://p.example/\n')
  expect(await init()).toMatchObject({ code: 2, stderr: expect.stringContaining('is a planet already') })
  expect(await init('--cron')).toMatchObject({ code: 0, stdout: expect.stringContaining('Wrote planet.cron\n') })
  expect(text('planet.cron')).toMatch(/^\d+ \* \* \* \* cd \S+ && \/\S+ \/\S+cli\.js build$/m)
  expect(await init('--cron')).toMatchObject({
    code: 2,
    stderr: 'planet: planet.cron is there already; nothing was written\n',
  })
})

test('the line of cron runs as a shell of cron runs it: no PATH, a folder with a blank and a percent sign', async () => {
  await init('a 100% planet', ...named, '--cron')
  const line = text('a 100% planet/planet.cron').trimEnd().split('\n').at(-1) ?? ''
  // As cron(8) does: the first five fields go, "\%" is a percent sign.
  const command = line.split(' ').slice(5).join(' ').replaceAll('\\%', '%')
  execFileSync('/bin/sh', ['-c', command.replace(/build$/, 'build --offline --quiet')], {
    env: { HOME: folder },
    cwd: '/',
  })
  expect(existsSync(path.join(folder, 'a 100% planet/public/index.html'))).toBe(true)
})

test('O-21 the minute is no multiple of five, the same each time, and spread over the hour', () => {
  const minutes = Array.from({ length: 500 }, (_, index) =>
    pickMinute({ root: `/srv/${index}`, url: 'https://p.example/' }),
  )
  expect(minutes.every((minute) => minute > 0 && minute < 60 && minute % 5 !== 0)).toBe(true)
  expect(new Set(minutes).size).toBe(48)
  expect(pickMinute({ root: '/srv/1', url: 'https://p.example/' })).toBe(minutes[1])
})

const analyze = ['/usr/bin/systemd-analyze', '/bin/systemd-analyze'].find((file) => existsSync(file))
test.skipIf(analyze === undefined)(
  'O-21 systemd takes the service and the timer, and finds little exposed',
  async () => {
    await init('my planet', ...named, '--systemd')
    const units = ['planet.service', 'planet.timer'].map((file) => path.join(folder, 'my planet', file))
    execFileSync(analyze ?? '', ['verify', ...units], { stdio: 'pipe' })
    const report = execFileSync(analyze ?? '', ['security', '--offline=true', '--no-pager', units[0] ?? ''], {
      encoding: 'utf8',
    })
    expect(Number(/exposure level for [^:]*: ([\d.]+)/.exec(report)?.[1])).toBeLessThan(3)
  },
)
