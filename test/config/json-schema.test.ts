import { readFileSync } from 'node:fs'
import path from 'node:path'
import { Ajv } from 'ajv'
import { expect, test } from 'vitest'
import { type KeyDescription, listKeys } from '../../src/config/list-keys.ts'
import { loadConfig } from '../../src/config/load-config.ts'
import { makeJsonSchema } from '../../src/config/make-json-schema.ts'
import { parseYaml } from '../../src/config/parse-yaml.ts'

const root = path.join(import.meta.dirname, '../..')
const shipped = path.join(root, 'docs/feeds.schema.json')
const accepts = new Ajv({ strict: false }).compile(makeJsonSchema())

test('O-11 the schema that is shipped is the one that the code makes: npm run --silent planet -- schema > docs/feeds.schema.json', () => {
  expect(readFileSync(shipped, 'utf8')).toBe(`${JSON.stringify(makeJsonSchema(), null, 2)}\n`)
})

test('O-11 it is draft-07, as editors need it', () => {
  expect(makeJsonSchema().$schema).toBe('http://json-schema.org/draft-07/schema#')
})

test.each(['config/feeds.yaml', 'test/golden/small-planet/feeds.yaml'])(
  'it accepts %s, as the loader does',
  async (file) => {
    const text = readFileSync(path.join(root, file), 'utf8')
    await loadConfig(path.join(root, file))
    expect(accepts(parseYaml(text).value), JSON.stringify(accepts.errors)).toBe(true)
  },
)

/** Every key with the path that leads to it: `feeds.0.name`. */
function listPaths(keys: KeyDescription[], before: string[] = []): string[][] {
  return keys.flatMap(({ name, keys: below }) => {
    const here = [...before, name]
    return [
      here,
      ...listPaths(below, ['feeds', 'include', 'plugins', 'purged', 'links'].includes(name) ? [...here, '0'] : here),
    ]
  })
}

/** What is around a key that nobody knows, in the section where it stands. */
function writeUnknown(section: string): object {
  const head = { title: 'P', url: 'https://p.example/' }
  if (section === '') return { ...head, titel: 'x' }
  if (section === 'feeds') return { ...head, feeds: [{ url: 'https://a.example/', titel: 'x' }] }
  if (section === 'include') return { ...head, include: [{ url: 'https://a.example/', titel: 'x' }] }
  if (section === 'plugins') return { ...head, plugins: [{ command: ['cat'], titel: 'x' }] }
  if (section === 'purged') return { ...head, purged: [{ entry: 'https://a.example/', titel: 'x' }] }
  return { ...head, [section]: { titel: 'x' } }
}

const sections = listKeys().filter(({ keys }) => keys.length > 0)
test.each(['', ...sections.map(({ name }) => name)])(
  'O-11 an unknown key is refused, one that begins with x- is not: "%s"',
  (section) => {
    const unknown = JSON.stringify(writeUnknown(section))
    expect(accepts(JSON.parse(unknown))).toBe(false)
    expect(accepts(JSON.parse(unknown.replace('titel', 'x-titel'))), JSON.stringify(accepts.errors)).toBe(true)
  },
)

test('O-11 every key has a description and examples', () => {
  type Described = {
    description?: string
    examples?: unknown[]
    properties?: Record<string, Described>
    anyOf?: Described[]
    items?: Described
  }
  const step = (schema: Described | undefined, name: string): Described | undefined => {
    const forms = [schema, ...(schema?.anyOf ?? [])]
    return name === '0'
      ? forms.find((form) => form?.items !== undefined)?.items
      : forms.find((form) => form?.properties?.[name] !== undefined)?.properties?.[name]
  }
  for (const keys of listPaths(listKeys())) {
    const found = keys.reduce(step, makeJsonSchema() as Described | undefined)
    expect(found?.description, keys.join('.')).toBeTruthy()
    expect(found?.examples?.length, keys.join('.')).not.toBe(0)
  }
})
