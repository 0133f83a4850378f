import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { checkPlaces } from '../../src/commands/check-places.ts'
import { loadText } from '../config/load-text.ts'

let root: string
let homes: string
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'planet-places-'))
  homes = mkdtempSync(path.join(tmpdir(), 'planet-homes-'))
  mkdirSync(path.join(homes, 'ana'))
  for (const folder of ['theme', 'memory', 'pictures']) mkdirSync(path.join(root, folder), { recursive: true })
  symlinkSync(root, path.join(root, 'again'))
  symlinkSync(path.join(root, 'memory'), path.join(root, 'pictures/linked'))
  symlinkSync(path.join(root, 'memory'), path.join(root, 'linked-theme'))
  vi.stubEnv('HOME', path.join(homes, 'ana'))
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(root, { recursive: true })
  rmSync(homes, { recursive: true })
})

type Case = { output?: string; state?: string; lines?: string; file?: string }

async function check({ output = 'public', state = '.planet', lines = '', file = 'feeds.yaml' }: Case): Promise<void> {
  const config = await loadText(`title: P\nurl: https://p.example/\n${lines}\n`)
  const places = [output, state].map((folder) => path.resolve(root, folder.replace('HOMES', homes))) as [string, string]
  checkPlaces({
    config: { ...config, root, file: path.join(root, file) },
    output: places[0],
    state: { kind: 'folder', folder: places[1] },
  })
}

const face = (file: string) => `feeds: [{url: https://a.example/, face: ${file}}]`
const theme = (dir: string) => `theme: {dir: ${dir}}`

test.each<[string, Case]>([
  ['as it is by default', {}],
  ['all of it elsewhere', { output: 'memory/site', state: '/nonexistent/state' }],
  ['names that begin alike', { output: 'planet', state: 'planet-state' }],
  ['a folder in a home', { output: 'HOMES/ana/public' }],
  [
    'a theme, a face and a logo',
    { lines: 'theme: {dir: theme, logo: pictures/a.svg}\nfeeds: [{url: https://a.example/, face: pictures/b.png}]' },
  ],
  ['a face on the web', { state: 'memory', lines: face('https://a.example/memory/b.png') }],
])('places that are in order: %s', async (_, places) => {
  await expect(check(places)).resolves.toBeUndefined()
})

test.each<[string, Case, RegExp]>([
  ['a root of a file system', { output: '/' }, /^the site cannot be written to \/:/],
  ['a home', { output: 'HOMES/ana' }, /^the site cannot be written to/],
  ['where homes are', { output: 'HOMES' }, /^the site cannot be written to/],
  ['the folder of feeds.yaml', { output: '.' }, /^the site would be written around .*feeds\.yaml/],
  ['the root of config/feeds.yaml', { output: '.', file: 'config/feeds.yaml' }, /^the site would be written around/],
  ['the same by a link', { output: 'again' }, /^the site would be written around/],
  ['a state in the site', { state: 'public/.planet' }, /^the state would be published/],
  ['one that is the site', { state: 'public' }, /^the state would be published/],
  ['one by a link', { output: 'memory', state: 'linked-theme/deep' }, /^the state would be published/],
  ['a theme that is the state', { state: 'theme', lines: theme('theme') }, /^theme\.dir: all that is in theme/],
  ['a theme that holds the state', { state: 'theme/state', lines: theme('theme') }, /^theme\.dir/],
  ['a theme in the state', { state: 'memory', lines: theme('memory/theme') }, /^theme\.dir/],
  ['a theme that leads to the state', { state: 'memory', lines: theme('linked-theme') }, /^theme\.dir/],
  ['a theme that leads to the root', { lines: theme('again') }, /^theme\.dir/],
  ['a theme that holds feeds.yaml', { file: 'config/feeds.yaml', lines: theme('config') }, /^theme\.dir/],
  ['a theme that holds the site', { output: 'theme/site', lines: theme('theme') }, /^theme\.dir/],
  ['a theme in the site', { lines: theme('public/theme') }, /^theme\.dir/],
  [
    'a face in the state',
    { state: 'memory', lines: face('memory/a.png') },
    /^memory\/a\.png is in the folder of the state/,
  ],
  [
    'a face that leads there',
    { state: 'memory', lines: face('pictures/linked/a.png') },
    /is in the folder of the state/,
  ],
  ['a logo in the state', { state: 'memory', lines: 'theme: {logo: memory/a.png}' }, /is in the folder of the state/],
])('places that are refused: %s', async (_, places, message) => {
  await expect(check(places)).rejects.toThrow(message)
})
