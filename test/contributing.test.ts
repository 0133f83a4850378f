import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const root = path.join(import.meta.dirname, '..')
const text = readFileSync(path.join(root, 'CONTRIBUTING.md'), 'utf8')
const quoted = new Set([...text.matchAll(/`([^`\s]+)`/g)].map(([, name = '']) => name))

test('every file and folder that CONTRIBUTING names is there', () => {
  const named = [...quoted].filter((name) => /^(src|test|templates|docs|demo|bench|config|public|\.ci)\//.test(name))
  expect(named.length).toBeGreaterThan(80)
  expect(named.filter((name) => !existsSync(path.join(root, name)))).toEqual([])
})

/**
 * Folders that speak for themselves: data by name, parts of a part, and `src/normalize/`, which has no files of its own; and what the
 * demo builds, which is not ours to explain.
 */
const apart = /^test\/(golden|golden-pages|fixtures|render)\/.|^src\/normalize\/$|^demo\/(public|\.planet)\//

test('every folder has a line', () => {
  const folders = ['src', 'templates', 'docs', 'demo', 'bench', 'test'].flatMap((top) =>
    readdirSync(path.join(root, top), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => `${path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join('/')}/`),
  )
  expect(folders.filter((folder) => !quoted.has(folder) && !apart.test(folder))).toEqual([])
})

test('a dozen tasks say which file to open', () => {
  const rows = text.slice(text.indexOf('## To change'), text.indexOf('## Rules')).match(/^\| an? .*|^\| the .*/gm) ?? []
  expect(rows.length).toBeGreaterThanOrEqual(12)
  for (const row of rows) expect(row).toMatch(/`(src|templates)\/[^`]+`/)
})
