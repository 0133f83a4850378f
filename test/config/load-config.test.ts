import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test, vi } from 'vitest'
import { ConfigError } from '../../src/config/config-error.ts'
import { findConfig } from '../../src/config/find-config.ts'
import { loadConfig } from '../../src/config/load-config.ts'
import { loadText, makeFolder } from './load-text.ts'

const head = 'title: P\nurl: https://p.example/\n'

test('what is left out has its default', async () => {
  const { file, root, ...config } = await loadText(head)
  expect(path.dirname(file)).toBe(root)
  expect(config).toEqual({
    title: 'P',
    url: 'https://p.example/',
    language: 'en',
    timezone: 'UTC',
    show: {
      ...{ days: 10, entries: 40, blogFull: 5 },
      ...{
        group: 'day',
        content: 'full',
        byline: 'end',
        highlight: true,
        sidebar: ['outline', 'feeds', 'tags', 'archive', 'subscribe'],
      },
    },
    archive: {
      ...{ pages: ['day', 'month', 'year'], tags: true, authors: true, stats: false },
      ...{ tagMin: 3, links: 'none', languages: false },
    },
    images: 'remote',
    pictures: { maxTotalBytes: 500_000_000, sizes: false },
    robots: 'index',
    state: 'private',
    theme: { links: [] },
    tags: {},
    fetch: {
      ...{ everyMs: 3_600_000, timeoutMs: 30_000, parallel: 32, hostParallel: 1, maxBytes: 10_000_000 },
      allowPrivate: [],
    },
    alerts: { afterMs: 86_400_000, repeatMs: [7 * 86_400_000, 30 * 86_400_000] },
    digest: [],
    search: true,
    outputs: ['html', 'atom', 'rss', 'json', 'opml'],
    aliases: [],
    defaults: {
      ...{ dates: 'trust', first: 10, perDay: 20, inactiveAfterMs: 180 * 86_400_000 },
      ...{ maxNew: 200, maxTextBytes: 20_000_000, takeover: 'hold' },
    },
    notes: [],
    feeds: [],
    include: [],
    plugins: [],
    purged: [],
  })
})

const values = [
  { name: 'O-10 pictures left out', lines: 'images: Strip', expected: { images: 'strip' } },
  {
    name: 'O-10 pictures kept, so many of them',
    lines: 'images: {mode: cache, max_total: 2GB}',
    expected: { images: 'cache', pictures: { maxTotalBytes: 2_000_000_000, sizes: false } },
  },
  {
    name: 'O-10 pictures measured',
    lines: 'images:\n  sizes: true',
    expected: { images: 'remote', pictures: { maxTotalBytes: 500_000_000, sizes: true } },
  },
  {
    name: 'O-10 a color of three digits',
    lines: 'theme:\n  color: "#F0a"',
    expected: { theme: { color: '#ff00aa', links: [] } },
  },
  {
    name: 'O-10 a link to a chat',
    lines: 'theme:\n  links: [{text: Chat, url: "xmpp:a@b.example?join"}]',
    expected: { theme: { links: [{ text: 'Chat', url: 'xmpp:a@b.example?join' }] } },
  },
  {
    name: 'O-10 a theme beside the file',
    lines: 'theme:\n  dir: ./theme/',
    expected: { theme: { dir: 'theme', links: [] } },
  },
  { name: 'O-10 titles of tags', lines: 'tags:\n  de: Deutsch', expected: { tags: { de: 'Deutsch' } } },
  { name: 'a title in quotes', lines: 'description: "1.10"', expected: { description: '1.10' } },
  { name: 'O-08 no is text', lines: 'description: no', expected: { description: 'no' } },
  { name: 'O-08 on is text', lines: 'description: on', expected: { description: 'on' } },
  { name: 'O-08 a time is text', lines: 'description: 12:30', expected: { description: '12:30' } },
  { name: 'O-08 a date is text', lines: 'description: 2024-01-01', expected: { description: '2024-01-01' } },
  { name: 'blanks around text', lines: 'description: "  a  "', expected: { description: 'a' } },
  { name: 'text of several lines', lines: 'description: >\n  a\n  b', expected: { description: 'a b' } },
  { name: 'O-08 Norwegian', lines: 'language: no', expected: { language: 'no' } },
  { name: 'a language in the wrong case', lines: 'language: PT-br', expected: { language: 'pt-BR' } },
  { name: 'a language in three letters that has two', lines: 'language: eng', expected: { language: 'en' } },
  { name: 'the same, in German libraries', lines: 'language: ger-AT', expected: { language: 'de-AT' } },
  {
    name: 'a language of three letters with its script',
    lines: 'language: hsb-Latn',
    expected: { language: 'hsb-Latn' },
  },
  { name: 'a zone', lines: 'timezone: Asia/Kathmandu', expected: { timezone: 'Asia/Kathmandu' } },
  { name: 'a zone in the wrong case', lines: 'timezone: europe/berlin', expected: { timezone: 'Europe/Berlin' } },
  { name: 'UTC', lines: 'timezone: UTC', expected: { timezone: 'UTC' } },
  {
    name: 'M-02 outputs with names: old ones stand beside ours',
    lines: 'outputs: {index.html: html, rss20.xml: rss, index.rdf: rss10, rss10.xml: RSS10}',
    expected: {
      digest: [],
      outputs: ['html', 'rss', 'rss10'],
      aliases: [
        { path: 'rss20.xml', format: 'rss' },
        { path: 'index.rdf', format: 'rss10' },
      ],
    },
  },
  { name: 'outputs in any case', lines: 'outputs: [Atom, rss10]', expected: { outputs: ['atom', 'rss10'] } },
  { name: 'F-02 an id', lines: 'id: tag:old.example,2009:planet', expected: { id: 'tag:old.example,2009:planet' } },
  {
    name: 'H-31 a hub keeps its address, without a slash at its end',
    lines: 'websub: https://hub.example/publish?x=1',
    expected: { websub: 'https://hub.example/publish?x=1' },
  },
  { name: 'no limit', lines: 'show:\n  days: 0\n  entries: 0', expected: { show: { days: 0, entries: 0 } } },
  { name: 'a format', lines: 'show:\n  date: "%d.%m."', expected: { show: { date: '%d.%m.' } } },
  {
    name: 'durations',
    lines: 'fetch:\n  timeout: 1.5m\n  host_delay: 0s',
    expected: { fetch: { timeoutMs: 90_000, hostDelayMs: 0 } },
  },
  { name: 'the longest timeout', lines: 'fetch:\n  timeout: 1h', expected: { fetch: { timeoutMs: 3_600_000 } } },
  { name: 'a size', lines: 'fetch:\n  max_size: 2MiB', expected: { fetch: { maxBytes: 2_097_152 } } },
  {
    name: 'private hosts',
    lines: 'fetch:\n  allow_private: [I.Example:8080, "[::1]:80", 10.0.0.1:443]',
    expected: { fetch: { allowPrivate: ['i.example:8080', '[::1]:80', '10.0.0.1:443'] } },
  },
  {
    name: 'a closing bracket at the margin',
    lines: 'fetch:\n  allow_private: [\n    a.example:80\n  ]',
    expected: { fetch: { allowPrivate: ['a.example:80'] } },
  },
  { name: 'an age', lines: 'defaults:\n  max_age: 1y', expected: { defaults: { maxAgeMs: 365 * 86_400_000 } } },
  {
    name: 'an owner',
    lines: 'owner: {name: B, email: b@p.example, url: https://b.example}',
    expected: { owner: { name: 'B', email: 'b@p.example', url: 'https://b.example/' } },
  },
  { name: 'no feeds yet', lines: 'feeds:', expected: { feeds: [] } },
  {
    name: 'a bare address',
    lines: 'feeds:\n  - https://a.example/f',
    expected: { feeds: [{ url: 'https://a.example/f' }] },
  },
  {
    name: 'an address without a path',
    lines: 'feeds: [https://a.example]',
    expected: { feeds: [{ url: 'https://a.example/' }] },
  },
  {
    name: 'an address with a fragment',
    lines: 'feeds: ["https://a.example/f#x"]',
    expected: { feeds: [{ url: 'https://a.example/f' }] },
  },
  {
    name: 'an address in another script',
    lines: 'feeds: [https://bücher.example/ä]',
    expected: { feeds: [{ url: 'https://xn--bcher-kva.example/%C3%A4' }] },
  },
  {
    name: 'feed: before https:',
    lines: 'feeds: ["feed:https://a.example/f"]',
    expected: { feeds: [{ url: 'https://a.example/f' }] },
  },
  { name: 'feed://', lines: 'feeds: ["feed://a.example/f"]', expected: { feeds: [{ url: 'http://a.example/f' }] } },
  {
    name: 'a site',
    lines: 'feeds: [{url: https://a.example/f, site: https://a.example/blog}]',
    expected: { feeds: [{ site: 'https://a.example/blog/' }] },
  },
  {
    name: 'a face in a folder',
    lines: 'feeds: [{url: https://a.example/f, face: ./faces//bob.png}]',
    expected: { feeds: [{ face: 'faces/bob.png' }] },
  },
  {
    name: 'a face whose name begins with dots',
    lines: 'feeds: [{url: https://a.example/f, face: ..bob.png}]',
    expected: { feeds: [{ face: '..bob.png' }] },
  },
  {
    name: 'a face on the web',
    lines: 'feeds: [{url: https://a.example/f, face: https://b.example/b.png}]',
    expected: { feeds: [{ face: 'https://b.example/b.png' }] },
  },
  {
    name: 'two feeds of one host',
    lines: 'feeds: [https://a.example/f, https://a.example/g, https://a.example/f?b]',
    expected: {
      feeds: [{ url: 'https://a.example/f' }, { url: 'https://a.example/g' }, { url: 'https://a.example/f?b' }],
    },
  },
  {
    name: 'one path on two ports',
    lines: 'feeds: [https://a.example/f, https://a.example:8443/f]',
    expected: { feeds: [{ url: 'https://a.example/f' }, { url: 'https://a.example:8443/f' }] },
  },
  { name: 'O-08 an alias', lines: 'x-d: &d D\ndescription: *d', expected: { description: 'D' } },
  {
    name: 'O-08 a merge',
    lines: 'x-s: &s {days: 3, entries: 4}\nshow: {<<: *s, entries: 5}',
    expected: { show: { days: 3, entries: 5 } },
  },
]

test.each(values)('$name', async ({ lines, expected }) => {
  expect(await loadText(`${head}${lines}\n`)).toMatchObject(expected)
})

const addresses = [
  { name: 'no slash at the end', url: 'https://p.example/planet', expected: 'https://p.example/planet/' },
  { name: 'no path', url: 'https://p.example', expected: 'https://p.example/' },
  { name: 'a file', url: 'https://p.example/index.html', expected: 'https://p.example/index.html' },
  { name: 'a fragment', url: 'https://p.example/#top', expected: 'https://p.example/' },
  { name: 'a port', url: 'http://localhost:8080', expected: 'http://localhost:8080/' },
]

test.each(addresses)('the planet’s address: $name', async ({ url, expected }) => {
  expect((await loadText(`title: P\nurl: "${url}"\n`)).url).toBe(expected)
})

const forms = [
  { name: 'a BOM', text: `\ufeff${head}` },
  { name: 'Windows line ends', text: head.replaceAll('\n', '\r\n') },
  { name: 'line ends of old Macs', text: head.replaceAll('\n', '\r') },
  { name: 'no line end at the end', text: head.trimEnd() },
  { name: 'a document mark', text: `---\n${head}...\n` },
  { name: 'JSON', text: '{"title": "P", "url": "https://p.example/"}' },
  { name: 'a tab after the colon', text: head.replaceAll(': ', ':\t') },
]

test.each(forms)('O-07 the same file with $name', async ({ text }) => {
  expect(await loadText(text)).toMatchObject({ title: 'P', url: 'https://p.example/', feeds: [] })
})

vi.stubEnv('PLANET_TEST_SET', 'Harbour')
vi.stubEnv('PLANET_TEST_EMPTY', '')

test.each([
  ['a variable', 'Bearer ${PLANET_TEST_SET}', 'Bearer Harbour'],
  ['two', '${PLANET_TEST_SET}${PLANET_TEST_SET}', 'HarbourHarbour'],
  ['in its place, not needed', '${PLANET_TEST_SET:-Nobody}', 'Harbour'],
  ['in its place, unset', '${PLANET_TEST_UNSET:-Nobody}', 'Nobody'],
  ['in its place, empty', '${PLANET_TEST_EMPTY:-Nobody}', 'Nobody'],
  ['a dollar', 'Cash $$5', 'Cash $5'],
  ['a dollar before a brace', 'Cash $${PLANET_TEST_SET}', 'Cash ${PLANET_TEST_SET}'],
  ['a dollar alone', 'Cash $5 $', 'Cash $5 $'],
])('O-17 a header from the environment: %s', async (_, value, expected) => {
  const feed = `url: https://a.example/\n    headers: {X-Planet: "${value}", Accept-Language: de}`
  const { feeds } = await loadText(`${head}feeds:\n  - ${feed}\n`)
  expect(feeds[0]?.headers).toEqual({ 'X-Planet': expected, 'Accept-Language': 'de' })
})

test('a dollar elsewhere, and headers that feeds share', async () => {
  const shared = 'x-shared: &shared\n  x-note: ${PLANET_TEST_UNSET}\n  headers: {X-Api-Key: "${PLANET_TEST_SET}"}\n'
  const text = `title: "$$5 for $\${PLANET_TEST_SET}"\nurl: https://p.example/\n${shared}`
  const { title, feeds } = await loadText(`${text}feeds:\n  - <<: *shared\n    url: https://a.example/\n`)
  expect([title, feeds[0]?.headers]).toEqual(['$5 for ${PLANET_TEST_SET}', { 'X-Api-Key': 'Harbour' }])
})

test('O-08 every feed of a large planet may repeat the same', async () => {
  const feeds = Array.from({ length: 1000 }, (_, index) => `  - {<<: *f, url: https://a.example/${index}}`)
  const { feeds: loaded } = await loadText([`${head}x-f: &f {language: de}`, 'feeds:', ...feeds].join('\n'))
  expect(loaded).toHaveLength(1000)
  expect(new Set(loaded.map(({ language }) => language))).toEqual(new Set(['de']))
})

const roots = [
  { name: 'its folder', file: 'feeds.yaml', root: '.' },
  { name: 'its folder, whatever the file is called', file: 'planet/my.yml', root: 'planet' },
  { name: 'the parent of config', file: 'config/feeds.yaml', root: '.' },
  { name: 'the parent of config only', file: 'config/planet/feeds.yaml', root: 'config/planet' },
  { name: 'a folder whose name ends in config', file: 'myconfig/feeds.yaml', root: 'myconfig' },
]

test.each(roots)('the planet’s root is $name', async ({ file, root }) => {
  const folder = makeFolder()
  const target = path.join(folder, file)
  mkdirSync(path.dirname(target), { recursive: true })
  writeFileSync(target, head)
  expect(await loadConfig(target)).toMatchObject({ file: target, root: path.join(folder, root) })
})

const finds = [
  { name: 'feeds.yaml', files: ['feeds.yaml'], named: undefined, found: 'feeds.yaml' },
  { name: 'config/feeds.yaml', files: ['config/feeds.yaml'], named: undefined, found: 'config/feeds.yaml' },
  {
    name: 'feeds.yaml before config/',
    files: ['config/feeds.yaml', 'feeds.yaml'],
    named: undefined,
    found: 'feeds.yaml',
  },
  { name: 'the named one before all', files: ['feeds.yaml'], named: 'other/my.yaml', found: 'other/my.yaml' },
]

test.each(finds)('the configuration in a folder: $name', ({ files, named, found }) => {
  const folder = makeFolder()
  mkdirSync(path.join(folder, 'config'))
  for (const file of files) writeFileSync(path.join(folder, file), head)
  expect(findConfig(folder, named)).toBe(path.join(folder, found))
})

test.each([
  ['feeds.yml', 'no feeds.yaml here, nor config/feeds.yaml: give feeds.yml that name, or say --config feeds.yml'],
  [
    'config.ini',
    'no feeds.yaml here, nor config/feeds.yaml: planet import config.ini makes one of the config.ini that is here, planet init begins an empty one',
  ],
])('no configuration, but %s: the message says what becomes of that', (name, says) => {
  const folder = makeFolder()
  writeFileSync(path.join(folder, name), head)
  expect(() => findConfig(folder)).toThrow(says)
})

test('no configuration: the message says what to write', () => {
  const find = () => findConfig(makeFolder())
  expect(find).toThrow(ConfigError)
  expect(find).toThrow(
    'planet: no feeds.yaml here, nor config/feeds.yaml: planet init begins one, --config FILE names one that is elsewhere',
  )
})
