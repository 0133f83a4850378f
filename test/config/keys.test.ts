import { expect, test } from 'vitest'
import { type KeyDescription, listKeys } from '../../src/config/list-keys.ts'
import { notYet } from '../../src/config/schema.ts'
import { listProblems, loadText } from './load-text.ts'

const head = 'title: P\nurl: https://p.example/\n'

/** A file in which a section has one key more; it stands in line 4 or 5. */
function writeWith(section: string, line: string): { text: string; place: string } {
  if (section === '') return { text: `${head}${line}\n`, place: '3:1' }
  if (section === 'feeds') return { text: `${head}feeds:\n  - url: https://a.example/\n    ${line}\n`, place: '5:5' }
  return { text: `${head}${section}:\n  ${line}\n`, place: '4:3' }
}

const elsewhere: Record<string, string> = {
  'defaults.timeout': 'fetch',
  'defaults.every': 'fetch',
}
const later = Object.entries(notYet).flatMap(([section, keys]) =>
  keys.map((key) => ({ name: section === '' ? key : `${section}.${key}`, section, key })),
)

test.each(later)('not supported yet: $name', async ({ name, section, key }) => {
  const { text, place } = writeWith(section, `${key}: 1`)
  const home = elsewhere[name]
  const advice = home === undefined ? '; take it out' : ` here; put it under "${home}:"`
  expect(await listProblems(text)).toEqual([`${place}: "${key}" is not supported yet${advice}`])
})

const nameAll = (keys: KeyDescription[]) => keys.map(({ name }) => name).join(', ')
const top = nameAll(listKeys())
const unknown = [
  { name: 'letters changed places', section: '', key: 'titel', message: 'did you mean "title"?' },
  { name: 'a letter too many', section: '', key: 'feedss', message: 'did you mean "feeds"?' },
  { name: 'two letters missing', section: '', key: 'descripti', message: 'did you mean "description"?' },
  { name: 'a capital', section: '', key: 'Language', message: 'did you mean "language"?' },
  { name: 'three letters wrong', section: '', key: 'tizemono', message: `known here: ${top}` },
  { name: 'no resemblance', section: '', key: 'banner', message: `known here: ${top}` },
  { name: 'a number', section: '', key: '5', message: `known here: ${top}` },
  { name: 'what every object has', section: '', key: 'constructor', message: `known here: ${top}` },
  { name: 'what makes an object', section: '', key: '__proto__', message: `known here: ${top}` },
  { name: 'x alone is no free key', section: '', key: 'x', message: `known here: ${top}` },
  { name: 'a capital X is no free key', section: '', key: 'X-a', message: `known here: ${top}` },
  {
    name: 'a letter too many for a list',
    section: '',
    key: 'includes',
    message: 'did you mean "include"?',
  },
  { name: 'owner', section: 'owner', key: 'mail', message: 'did you mean "email"?' },
  { name: 'show', section: 'show', key: 'entires', message: 'did you mean "entries"?' },
  { name: 'fetch', section: 'fetch', key: 'host-delay', message: 'did you mean "host_delay"?' },
  { name: 'defaults', section: 'defaults', key: 'perday', message: 'did you mean "per_day"?' },
  { name: 'feeds', section: 'feeds', key: 'nmae', message: 'did you mean "name"?' },
  {
    name: 'feeds, no resemblance',
    section: 'feeds',
    key: 'zebra',
    message: `known here: ${nameAll(listKeys().find(({ name }) => name === 'feeds')?.keys ?? [])}`,
  },
]

test.each(unknown)('O-07 unknown key: $name', async ({ section, key, message }) => {
  const { text, place } = writeWith(section, `${key}: 1`)
  expect(await listProblems(text)).toEqual([`${place}: unknown key "${key}"; ${message}`])
})

const astray = [
  { section: '', key: 'days', home: 'show' },
  { section: '', key: 'timeout', home: 'fetch' },
  { section: '', key: 'per_day', home: 'defaults' },
  { section: '', key: 'logo', home: 'theme' },
  { section: '', key: 'keep', home: 'archive' },
  { section: 'show', key: 'max_age', home: 'defaults' },
  { section: 'feeds', key: 'max_size', home: 'fetch' },
]

test.each(astray)('O-07 a key in the wrong section: $key', async ({ section, key, home }) => {
  const { text, place } = writeWith(section, `${key}: 1`)
  expect(await listProblems(text)).toEqual([`${place}: "${key}" does not belong here; put it under "${home}:"`])
})

// One key of each section, with a letter too many.
const below = listKeys().flatMap(({ name, keys }) => keys.slice(0, 1).map((key) => ({ section: name, key: key.name })))

test.each(below)('O-06 a letter too many in a key of $section', async ({ section, key }) => {
  const isList = ['feeds', 'include', 'plugins', 'purged'].includes(section)
  const wrong = `${key}x`
  const lines = isList ? `${section}:\n  - x-a: 1\n    ${wrong}: 1` : `${section}:\n  ${wrong}: 1`
  expect(await listProblems(`${head}${lines}\n`)).toContainEqual(
    expect.stringMatching(new RegExp(`^\\d:\\d: unknown key "${wrong}"; did you mean "${key}"\\?$`)),
  )
})

test('O-06 a required key that is misspelt is one mistake', async () => {
  expect(await listProblems('Title: P\nulr: https://p.example/\nfeeds:\n  - ulr: https://a.example/\n')).toEqual([
    '1:1: unknown key "Title"; did you mean "title"?',
    '2:1: unknown key "ulr"; did you mean "url"?',
    '4:5: unknown key "ulr"; did you mean "url"?',
  ])
})

test.each(['', 'owner', 'show', 'fetch', 'defaults', 'feeds'])(
  'keys that begin with x- are free: "%s"',
  async (section) => {
    for (const line of ['x-a: 1', 'x-colour: {a: [1, 2]}', 'x-: ""', 'x-empty:']) {
      const planet = await loadText(writeWith(section, line).text)
      expect(planet.title).toBe('P')
    }
  },
)

test('keys that begin with x- are kept', async () => {
  expect(await loadText(`${head}x-colour: red\nowner:\n  x-chat: "#planet"\n`)).toMatchObject({
    'x-colour': 'red',
    owner: { 'x-chat': '#planet' },
  })
})
