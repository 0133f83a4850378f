import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test, vi } from 'vitest'
import { type KeyDescription, listKeys } from '../../src/config/list-keys.ts'
import { renderConfigurationDoc } from '../../src/config/render-configuration-doc.ts'
import { loadText } from './load-text.ts'

const file = path.join(import.meta.dirname, '../../docs/configuration.md')

test('O-11 docs/configuration.md is what the schema says (UPDATE_DOCS=1 rewrites it)', () => {
  const text = renderConfigurationDoc()
  if (process.env.UPDATE_DOCS === '1') writeFileSync(file, text)
  expect(readFileSync(file, 'utf8')).toBe(text)
})

const sections = listKeys().filter((key) => key.keys.length > 0)
const described = [
  ...listKeys().map((key) => ({ section: '', key })),
  ...sections.flatMap(({ name, keys }) => keys.map((key) => ({ section: name, key }))),
].map(({ section, key }) => ({ name: section === '' ? key.name : `${section}.${key.name}`, section, key }))

test('O-11 every key of the schema is listed once', () => {
  const names = described.map(({ name }) => name)
  expect(names).toContain('fetch.allow_private')
  expect(names).toContain('feeds.language')
  expect(new Set(names).size).toBe(names.length)
})

test.each(described)('O-11 $name says what it is', ({ key }) => {
  expect(key.about).toMatch(/^\p{Lu}.*\.$/u)
})

// The examples may name secrets.
vi.stubEnv('BOB_TOKEN', 'secret')

const plain = described.filter(({ key }) => key.keys.length === 0)

test.each(plain)('O-11 the example of $name can be written into feeds.yaml', async ({ section, key }) => {
  expect(key.example).toBeDefined()
  const written = await loadText(writeWith(section, key, key.example ?? ''))
  const left = await loadText(writeWith('', undefined, ''))
  expect({ ...written, file: '', root: '' }).not.toEqual({ ...left, file: '', root: '' })
})

// A list that is there is a change.
const withDefault = plain.filter(({ section, key }) => key.default !== undefined && section !== 'include')

test.each(withDefault)('O-11 the default of $name, written out, changes nothing', async ({ section, key }) => {
  const written = await loadText(writeWith(section, key, key.default ?? ''))
  const left = await loadText(writeWith('', undefined, ''))
  expect({ ...written, file: '', root: '' }).toEqual({ ...left, file: '', root: '' })
})

/** A configuration in which one key has a value. */
function writeWith(section: string, key: KeyDescription | undefined, value: string): string {
  const lines = new Map([
    ['title', 'title: P'],
    ['url', 'url: https://p.example/'],
  ])
  if (key !== undefined && section === '') lines.set(key.name, `${key.name}: ${value}`)
  if (key !== undefined && section === 'feeds') {
    lines.set('feeds', `feeds:\n  - url: https://a.example/\n    ${key.name}: ${value}`)
    if (key.name === 'url') lines.set('feeds', `feeds:\n  - url: ${value}`)
  } else if (key !== undefined && section === 'include') {
    const item = key.name === 'url' ? value : `\n    url: https://l.example/list\n    ${key.name}: ${value}`.trimStart()
    lines.set('include', `include:\n  - ${item}`)
  } else if (key !== undefined && section === 'purged') {
    const what = key.name === 'reason' ? '\n    entry: a' : ''
    lines.set('purged', `purged:\n  - ${key.name}: ${value}${what}`)
  } else if (key !== undefined && section === 'plugins') {
    lines.set('plugins', `plugins:\n  - ${key.name}: ${value}`)
  } else if (key !== undefined && section !== '') lines.set(section, `${section}:\n  ${key.name}: ${value}`)
  return [...lines.values()].join('\n')
}
