import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readDocument, readFeed } from './read-feed.ts'

const folder = new URL('../fixtures/read/', import.meta.url)
const names = readdirSync(folder)

/** The "expect  PATH = VALUE" lines of a fixture's header; a value is JSON, or else the text itself. */
function expectationsOf(text: string, isJson: boolean): { path: string; value: unknown }[] {
  const header = isJson ? String(JSON.parse(text)._comment) : (/<[!]-- ([\s\S]*?)-->/.exec(text)?.[1] ?? '')
  return [...header.matchAll(/expect {2}(\S+) = (.*)/g)].map(([, path = '', value = '']) => ({
    path,
    value: parseValue(value.replace(/ -->$/, '').trim()),
  }))
}

function parseValue(text: string): unknown {
  if (text === 'undefined') return undefined
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'number' ? text : value
  } catch {
    return text.replaceAll('\\n', '\n')
  }
}

/** What stands at "entries[0].link"; absent fields of an object are left out, a date is its text. */
function valueAt(feed: unknown, path: string): unknown {
  const plain: unknown = JSON.parse(JSON.stringify(feed))
  return path.split(/[.[\]]+/).reduce<unknown>((value, key) => {
    return key === '' ? value : (value as Record<string, unknown> | undefined)?.[key]
  }, plain)
}

test.each(names)('fixture %s is read as its header says', async (name) => {
  const text = readFileSync(new URL(name, folder), 'utf8')
  const expectations = expectationsOf(text, name.endsWith('.json'))
  expect(expectations.length).toBeGreaterThan(0)
  const feed = await readFeed(text)
  for (const { path, value } of expectations) {
    if (path === 'warns') expect(feed.warnings.join('\n')).toContain(`${value}: `)
    else expect(valueAt(feed, path), path).toEqual(value)
  }
  if (!expectations.some(({ path }) => path.startsWith('warn'))) expect(feed.warnings).toEqual([])
})

test.each(names.filter((name) => name.endsWith('.xml') && !name.startsWith('damaged')))(
  'both readers give the same feed: %s',
  async (name) => {
    const text = readFileSync(new URL(name, folder))
    const strict = await readDocument(text, { reader: 'strict' })
    const loose = await readDocument(text, { reader: 'loose' })
    expect(strict.kind).toBe('read')
    expect(loose).toEqual(strict)
  },
)
