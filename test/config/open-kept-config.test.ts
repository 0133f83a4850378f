import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { loadConfig } from '../../src/config/load-config.ts'
import { openKeptConfig } from '../../src/config/open-kept-config.ts'

let folder: string
const file = () => path.join(folder, 'feeds.yaml')
const kept = () => path.join(folder, 'state/config.json')
const text = 'title: P\nurl: https://planet.example/\nfetch: {timeout: 10s}\nfeeds:\n  - https://a.example/feed\n'
const headers = '  - url: https://b.example/feed\n    headers: {Authorization: "Bearer ${PLANET_TEST_TOKEN}"}\n'

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'planet-config-'))
  mkdirSync(path.join(folder, 'state'))
  writeFileSync(file(), text)
  process.env.PLANET_TEST_TOKEN = 'one'
})

afterEach(() => rmSync(folder, { recursive: true }))

const open = (build: string | undefined = 'build 1') => openKeptConfig(file(), path.join(folder, 'state'), build)
const keep = async (build?: string) => open(build).keep(await loadConfig(file()))

test('what was kept is what was read, key by key', async () => {
  expect(open().config).toBeUndefined()
  await keep()
  expect(JSON.stringify(open().config)).toBe(JSON.stringify(await loadConfig(file())))
})

const changes: { name: string; change(): void }[] = [
  { name: 'the file has another text', change: () => writeFileSync(file(), text.replace('10s', '20s')) },
  { name: 'the file is gone', change: () => rmSync(file()) },
  { name: 'what is kept is damaged', change: () => writeFileSync(kept(), readFileSync(kept()).subarray(0, 40)) },
  { name: 'what is kept is no object', change: () => writeFileSync(kept(), '1') },
]

test.each(changes)('nothing is believed where $name', async ({ change }) => {
  await keep()
  change()
  expect(open().config).toBeUndefined()
})

test('nothing is believed that another build of the program has kept', async () => {
  await keep('build 1')
  expect(open('build 2').config).toBeUndefined()
})

test('nothing is believed where a variable that the file names has another value', async () => {
  writeFileSync(file(), `# \${PLANET_TEST_TOKEN}\n${text}`)
  await keep()
  expect(open().config).toBeDefined()
  process.env.PLANET_TEST_TOKEN = 'two'
  expect(open().config).toBeUndefined()
})

test('headers are kept nowhere', async () => {
  writeFileSync(file(), text + headers)
  await keep()
  expect(existsSync(kept())).toBe(false)
})

test('a file that was changed while it was read is not kept', async () => {
  const before = open()
  const config = await loadConfig(file())
  writeFileSync(file(), text.replace('10s', '20s'))
  before.keep(config)
  expect(existsSync(kept())).toBe(false)
})

test('a program that runs from its sources keeps nothing, since they change under it', async () => {
  openKeptConfig(file(), path.join(folder, 'state'), undefined).keep(await loadConfig(file()))
  expect(existsSync(kept())).toBe(false)
})

test('a folder that cannot be written costs nothing but time', async () => {
  openKeptConfig(file(), path.join(folder, 'none'), 'build 1').keep(await loadConfig(file()))
  expect(existsSync(path.join(folder, 'none'))).toBe(false)
})
