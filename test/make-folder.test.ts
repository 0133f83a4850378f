import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { makeFolder } from '../src/make-folder.ts'

const root = mkdtempSync(path.join(tmpdir(), 'planet-folder-'))
writeFileSync(path.join(root, 'file'), '')
symlinkSync(path.join(root, 'nowhere'), path.join(root, 'dangling'))

afterAll(() => rmSync(root, { recursive: true }))

test('makeFolder: with all above it, in the mode that was asked for, and again', () => {
  const folder = path.join(root, 'a/b/c')
  for (const _ of [1, 2]) makeFolder(folder, 0o700)
  expect(statSync(folder).mode & 0o777).toBe(0o700)
  expect(statSync(path.join(root, 'a')).mode & 0o777).toBe(0o700)
})

test.each([
  { name: 'a file in its place', folder: path.join(root, 'file'), code: 'EEXIST' },
  { name: 'a file above it', folder: path.join(root, 'file/a/b'), code: 'ENOTDIR' },
  { name: 'a link to nowhere', folder: path.join(root, 'dangling/a'), code: 'EEXIST' },
  { name: 'a name that is too long', folder: path.join(root, 'a'.repeat(300)), code: 'ENAMETOOLONG' },
])('makeFolder: $name is said', ({ folder, code }) => {
  expect(() => makeFolder(folder)).toThrow(code)
})

test.runIf(existsSync('/proc/self'))(
  'makeFolder: where the system lets none be made, it is said, and not tried for ever',
  () => {
    for (const folder of ['/proc/planet', '/proc/planet/a/b']) expect(() => makeFolder(folder)).toThrow('ENOENT')
  },
)

test('nobody else makes folders with those above them', () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'))
  const others = files.filter((file) =>
    /\bmkdir(Sync)?\([^\n]*recursive/.test(readFileSync(path.join('src', file), 'utf8')),
  )
  expect(others).toEqual([])
})
