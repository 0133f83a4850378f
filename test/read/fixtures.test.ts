import { expect, test } from 'vitest'
import { readFixtures } from './read-expectations.ts'
import { readDocument, readFeed } from './read-feed.ts'

const fixtures = readFixtures()

/** What stands at "entries[0].link"; absent fields of an object are left out, a date is its text. */
function valueAt(feed: unknown, path: string): unknown {
  const plain: unknown = JSON.parse(JSON.stringify(feed))
  return path.split(/[.[\]]+/).reduce<unknown>((value, key) => {
    return key === '' ? value : (value as Record<string, unknown> | undefined)?.[key]
  }, plain)
}

test.each(fixtures)('fixture $name is read as its header says', async ({ text, expectations, shown }) => {
  expect(expectations.length + shown.length).toBeGreaterThan(0)
  const feed = await readFeed(text)
  for (const { path, value } of expectations) {
    if (path === 'warns') expect(feed.warnings.join('\n')).toContain(`${value}: `)
    else expect(valueAt(feed, path), path).toEqual(value)
  }
  if (!expectations.some(({ path }) => path.startsWith('warn'))) expect(feed.warnings).toEqual([])
})

test.each(fixtures.filter(({ name }) => name.endsWith('.xml') && !name.startsWith('damaged')))(
  'both readers give the same feed: $name',
  async ({ text }) => {
    const strict = await readDocument(text, { reader: 'strict' })
    const loose = await readDocument(text, { reader: 'loose' })
    expect(strict.kind).toBe('read')
    expect(loose).toEqual(strict)
  },
)
