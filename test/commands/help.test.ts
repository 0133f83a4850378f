import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { examples, renderExamples } from '../../src/commands/examples.ts'
import { renderManPage } from '../../src/commands/render-man-page.ts'
import { renderOverview } from '../../src/commands/render-overview.ts'
import { makeProgram } from '../../src/commands/run-program.ts'
import { version } from '../../src/version.ts'
import { runPlanet } from '../cli/run-planet.ts'

const program = makeProgram(() => undefined)
const names = program.commands.map((command) => command.name())
const page = path.join(import.meta.dirname, '../../docs/planet.1')

test('O-18 planet alone: at most 25 lines of 80 columns, examples first, every command', async () => {
  const { code, stdout } = await runPlanet(tmpdir())
  const lines = stdout.trimEnd().split('\n')
  expect(lines.length).toBeLessThanOrEqual(25)
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80)
  expect(stdout.indexOf('Examples:')).toBeLessThan(stdout.indexOf('Commands:'))
  for (const name of names) expect(stdout.match(new RegExp(`^  (${name} |and .*\\b${name}\\b)`, 'm'))).not.toBeNull()
  expect(code).toBe(0)
})

test.each(['help', '--help', '-h'])('O-18 planet %s says what planet alone says', async (word) => {
  const [alone, asked] = [await runPlanet(tmpdir()), await runPlanet(tmpdir(), word)]
  expect(asked).toEqual(alone)
})

test.each(names)('O-18 planet help %s begins with examples, each of that command', async (name) => {
  const { code, stdout } = await runPlanet(tmpdir(), 'help', name)
  expect(code).toBe(0)
  expect(stdout).toMatch(/^Examples:\n {2}\S/)
  const list = examples.get(name) ?? []
  expect(list.length).toBeGreaterThan(0)
  for (const [line] of list) expect(line).toContain(`planet ${name}`)
})

test.each([...examples])('O-18 examples of %s: what they do fits 80 columns, commands stand whole', (_, list) => {
  const lines = renderExamples(list, 80).trimEnd().split('\n')
  const commands = list.map(([line]) => `  ${line}`)
  for (const line of lines) if (!commands.includes(line)) expect(line.length, line).toBeLessThanOrEqual(80)
  for (const command of commands) expect(lines.some((line) => line.startsWith(command))).toBe(true)
})

test('README lists every command', () => {
  const readme = readFileSync(path.join(import.meta.dirname, '../../README.md'), 'utf8')
  expect(names.filter((name) => !readme.includes(`\n| \`planet ${name}`))).toEqual([])
})

test.each(names)('every flag in the examples of planet %s is one of its own', (name) => {
  const command = program.commands.find((other) => other.name() === name)
  const known = command?.options.map(({ long }) => long) ?? []
  const used = (examples.get(name) ?? []).flatMap(([line]) => line.match(/ --[a-z-]+/g) ?? [])
  expect(used.map((flag) => flag.trim()).filter((flag) => !known.includes(flag))).toEqual([])
})

test.each([
  [['help', 'bild'], "unknown command 'bild'\n(Did you mean build?)\nplanet help lists all commands\n"],
  [
    ['build', 'feeds.yaml'],
    'build takes flags and no words: --config FILE names feeds.yaml, --force FEED asks one feed\n',
  ],
  [['status', 'Blog', '1'], 'status takes 1 word, not 2; put quotes around a name with blanks\n'],
  [['state', 'copy', 'a', 'b', 'c'], 'state takes 3 words, not 4; put quotes around a name with blanks\n'],
  [['serve', 'public'], 'serve takes flags and no words: --config FILE names feeds.yaml\n'],
  [['schema', 'x'], 'schema takes no words\n'],
])('O-18 planet %j says what was meant, exit 2', async (words, says) => {
  const { code, stderr } = await runPlanet(tmpdir(), ...words)
  expect([code, stderr.slice(0, says.length + 8)]).toEqual([2, `planet: ${says}`])
})

test('O-18 a command that is misspelt: the one that was meant, exit 2', async () => {
  const { code, stderr } = await runPlanet(tmpdir(), 'biuld')
  expect(stderr).toContain('(Did you mean build?)')
  expect(code).toBe(2)
})

test.each([
  [
    'an argument is missing',
    ['state'],
    "planet: missing required argument 'copy'\nusage: planet state copy [options] <from> <to>\n",
  ],
  [
    'a flag is not known',
    ['why', '--foo', 'x'],
    "planet: unknown option '--foo'\nusage: planet why [options] <url-or-id>\n",
  ],
])('O-18 %s: how the command is used, exit 2', async (_, words, stderr) => {
  expect(await runPlanet(tmpdir(), ...words)).toMatchObject({ code: 2, stdout: '', stderr })
})

test('O-18 planet alone and examples fit a terminal of 60 columns', () => {
  const lines = [renderOverview(program, 60), ...[...examples.values()].map((list) => renderExamples(list, 60))].join(
    '',
  )
  const commands = [...examples.values()].flat().map(([line]) => `  ${line}`)
  for (const line of lines.split('\n')) if (!commands.includes(line)) expect(line.length, line).toBeLessThanOrEqual(60)
})

test('O-18 the man page is made from the same source: UPDATE_GOLDEN=1 writes it anew', () => {
  const text = renderManPage(program, version)
  if (process.env.UPDATE_GOLDEN) writeFileSync(page, text)
  expect(readFileSync(page, 'utf8')).toBe(text)
  for (const name of names) expect(text).toContain(`.SS planet ${name}`)
})

const which = (program: string) =>
  ['/usr/bin', '/bin', '/usr/local/bin'].map((folder) => path.join(folder, program)).find((file) => existsSync(file))
const groff = which('groff')
test.skipIf(groff === undefined)('man(1) reads the page without a warning', () => {
  expect(execFileSync('sh', ['-c', `${groff} -man -Tutf8 -ww -z ${page} 2>&1`], { encoding: 'utf8' })).toBe('')
})

const completions = [
  { line: ['planet', 'bu'], words: ['build'] },
  { line: ['planet', 'build', '--off'], words: ['--offline'] },
  { line: ['planet', 'completion', ''], words: ['bash', 'zsh', 'fish'] },
  { line: ['planet', 'help', 'sta'], words: ['state', 'status'] },
  { line: ['planet', 'status', 'https://a'], words: ['https://ada.example/feed'] },
  { line: ['planet', 'build', '--force', 'https://b'], words: ['https://bob.example/feed'] },
]

test.each(completions)('O-18 bash completes $line', ({ line, words }) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'planet-completion-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  writeFileSync(
    path.join(folder, 'feeds.yaml'),
    'title: P\nurl: https://p.example\nfeeds: [https://ada.example/feed, https://bob.example/feed]\n',
  )
  const cli = path.join(import.meta.dirname, '../../dist/cli.js')
  const script = `planet() { "${process.execPath}" "${cli}" "$@"; }
source <(planet completion bash)
COMP_WORDS=(${line.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${line.length - 1}
_planet; printf '%s\\n' "\${COMPREPLY[@]}"`
  const found = execFileSync('bash', ['-c', script], { cwd: folder, encoding: 'utf8' })
  expect(found.trim().split('\n')).toEqual(words)
})

for (const [shell, ...check] of [
  ['zsh', '-n'],
  ['fish', '--no-execute'],
  ['bash', '-n'],
]) {
  test.skipIf(which(shell ?? '') === undefined)(`O-18 ${shell} takes its script`, async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'planet-completion-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    const { stdout } = await runPlanet(folder, 'completion', shell ?? '')
    writeFileSync(path.join(folder, 'script'), stdout)
    execFileSync(shell ?? '', [...check, path.join(folder, 'script')], { stdio: 'pipe' })
  })
}

test('a shell that nobody knows: one sentence, exit 2', async () => {
  expect(await runPlanet(tmpdir(), 'completion', 'tcsh')).toMatchObject({
    code: 2,
    stderr: 'planet: say for which shell: planet completion bash|zsh|fish\n',
  })
})
