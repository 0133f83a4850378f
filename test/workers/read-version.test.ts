import { expect, onTestFinished, test } from 'vitest'
import { decodeWhole, joinEntry, type MarkedEntry, splitEntry, type TextMark } from '../../src/entry-codec.ts'
import type { ParsedEntry } from '../../src/model.ts'
import type { Store } from '../../src/store/store.ts'
import { openParserPool } from '../../src/workers/open-parser-pool.ts'
import { serveFeeds } from '../cli/serve-feeds.ts'
import { openPlanet, timeAt } from '../open-planet.ts'
import { readFixtures } from '../read/read-expectations.ts'
import { readHere } from '../read-here.ts'

const fixtures = readFixtures()
const baseUrl = 'https://blog.example/feed.xml'

async function readNew(text: string, stored: MarkedEntry[] = [], base = baseUrl, pool = readHere) {
  const input = { body: Buffer.from(text), contentType: undefined, baseUrl: base, stored }
  const result = await pool.readVersion(input)
  if (result.kind === 'unreadable') throw new Error(result.problem.message)
  return { ...result, texts: result.entries.map(({ entry }) => decodeWhole(entry)) }
}

/** As the store has them when the feed is read for the second time, and for the third, when whole entries are known. */
async function storedAfter(text: string, pool = readHere, stored: MarkedEntry[] = []): Promise<MarkedEntry[]> {
  const { entries } = await readNew(text, stored, baseUrl, pool)
  return entries.flatMap(({ entry, mark }) =>
    mark === undefined ? [] : [{ mark, stored: splitEntry(decodeWhole(entry)) }],
  )
}
const storedAfterTwo = async (text: string, pool = readHere) => storedAfter(text, pool, await storedAfter(text, pool))

/** What is told of marks is told of another version. */
const unmarked = <Version extends Awaited<ReturnType<typeof readNew>>>(version: Version) => ({
  ...version,
  made: 0,
  entries: version.entries.map(({ mark: _mark, ...entry }) => entry),
})

test.each(fixtures)('fixture $name read again is what it is when nothing of it is known', async ({ text }) => {
  const [first, again] = [await readNew(text), await readNew(text, await storedAfter(text))]
  const third = await readNew(text, await storedAfterTwo(text))
  // With it the hash of each entry: what is stored is compared by that.
  expect(unmarked(again)).toEqual(unmarked(first))
  expect({ ...third, made: 0 }).toEqual({ ...again, made: 0 })
  // Only what something was wrong with is made once more, so that it is said once more.
  const left = first.entries.filter(({ mark }) => mark === undefined).length
  // Of what is not stored, nothing is known.
  if (first.made > first.entries.length) return
  expect([again.made, third.made]).toEqual([left, left])
  if (first.warnings.length === 0) expect(again.made).toBe(0)
})

test('what comes out of the thread is what is made here', async () => {
  const pool = openParserPool()
  onTestFinished(() => pool.close())
  for (const { text } of fixtures.slice(0, 20)) {
    expect(await readNew(text, [], baseUrl, pool)).toEqual(await readNew(text))
  }
})

const item = (link: string, text: string, title = 'T') =>
  `<rss version="2.0"><channel><title>Feed</title><link>https://blog.example/</link>
<item><title>${title}</title><link>${link}</link><guid>1</guid><description>${text}</description></item></channel></rss>`
const text = 'See &lt;a href="x"&gt;this&lt;/a&gt;'
const page = 'https://blog.example/1'

const changes = [
  { name: 'nothing', document: item(page, text), made: 0 },
  { name: 'a date beside it', document: item(page, `${text}</description><pubDate>x</pubDate><description>`), made: 0 },
  { name: 'a word', document: item(page, `${text}!`), made: 1 },
  { name: 'its title', document: item(page, text, 'U'), made: 1 },
  { name: 'the page that it is for', document: item('https://blog.example/2/', text), made: 1 },
  { name: 'the address of its feed, where its page says more', document: item(page, text), base: 'https://x.example/' },
  { name: 'the address of its feed', document: item('', text).replace(/<link>.*?<\/link>/g, ''), base: page, made: 1 },
]

test.each(changes)('what changed is $name', async ({ document, base = baseUrl, made = 0 }) => {
  const before = document.includes('<link>') ? item(page, text) : document
  const again = await readNew(document, await storedAfter(before), base)
  const [anew, third] = [await readNew(document, [], base), await readNew(document, await storedAfterTwo(before), base)]
  expect(unmarked(again)).toEqual(unmarked(anew))
  expect(unmarked(third)).toEqual(unmarked(anew))
  expect([again.made, third.made]).toEqual([made, made])
})

test('what is stored is taken only as it was made, and by the same version', async () => {
  const [stored] = await storedAfter(item(page, text))
  if (stored === undefined) throw new Error('nothing is marked')
  const { contentHtml } = joinEntry(stored.stored)
  const shaped = changed(stored, { contentHtml: 'what a plug-in made of it' })
  const moved = changed(stored, { summaryHtml: contentHtml, contentHtml: undefined })
  const older = { ...stored, mark: { ...stored.mark, made: 'as another version hashes it' } }
  for (const found of [shaped, moved, older]) {
    const { texts, made } = await readNew(item(page, text), [found])
    expect(made).toBe(1)
    expect(texts[0]?.contentHtml).toBe(contentHtml)
  }
})

const changed = ({ mark, stored }: MarkedEntry, fields: Partial<ParsedEntry>): MarkedEntry => ({
  mark,
  stored: splitEntry({ ...joinEntry(stored), ...fields }),
})

test.each<[string, Partial<ParsedEntry>]>([
  ['title', { title: 'As it is called elsewhere' }],
  ['date', { published: new Date('2020-01-01') }],
  ['author', { authors: [] }],
])('a whole entry is not taken where the %s that is stored is another', async (_, fields) => {
  const document = list(post('1', 'Notes'))
  const [stored] = await storedAfterTwo(document)
  if (stored?.mark.whole === undefined) throw new Error('nothing is marked')
  expect(await readNew(document, [changed(stored, fields)])).toEqual(await readNew(document, [stored]))
})

test('what is known of an entry is its element, and no more of the store than that is looked at', async () => {
  const document = list(post('1', 'Notes'))
  const [stored] = await storedAfterTwo(document)
  if (stored?.mark.whole === undefined) throw new Error('nothing is marked')
  const whole = { ...stored.mark.whole, textDay: 'as it was' }
  const { entries } = await readNew(document, [{ ...stored, mark: { ...stored.mark, whole } }])
  expect(entries.map(({ keys }) => keys.textDay)).toEqual(['as it was'])
})

const list = (...items: string[]) =>
  `<rss version="2.0"><channel><title>Feed</title><link>https://blog.example/</link><managingEditor>ana@blog.example (Ana)</managingEditor>${items.join('')}</channel></rss>`
const post = (id: string, title: string) =>
  `<item><title>${title}</title><link>https://blog.example/${id}</link><guid>${id}</guid><pubDate>Fri, 01 May 2026 08:00:00 GMT</pubDate><description>${text} ${'of post '.repeat(30)} ${id}</description></item>`

test('a known entry has other keys where one beside it has the same', async () => {
  const stored = await storedAfterTwo(list(post('1', 'Notes')))
  const [alone, beside] = [list(post('1', 'Notes')), list(post('2', 'Notes'), post('1', 'Notes'))]
  expect(unmarked(await readNew(alone, stored))).toEqual(unmarked(await readNew(alone)))
  expect(unmarked(await readNew(beside, stored))).toEqual(unmarked(await readNew(beside)))
})

test.each([
  ['the author of all', '<managingEditor>ben@blog.example (Ben)</managingEditor>'],
  ['the language', '<language>de</language>'],
  ['the picture of the feed', '<image><url>https://blog.example/1.png</url></image>'],
])('an entry is made anew where %s is new around it', async (_, channel) => {
  const picture = '<enclosure url="https://blog.example/1.png" type="image/png"/>'
  const plain = item(page, `${text}</description>${picture}<description>`)
  const now = plain.replace('<title>Feed</title>', `<title>Feed</title>${channel}`)
  expect(unmarked(await readNew(now, await storedAfterTwo(plain)))).toEqual(unmarked(await readNew(now)))
})

test('an entry that a document was cut off in is never known whole', async () => {
  const document = list(post('1', 'Notes'), post('2', 'More'))
  const cut = document.slice(0, document.indexOf('of post', document.indexOf('More')))
  expect(unmarked(await readNew(cut, await storedAfterTwo(cut)))).toEqual(unmarked(await readNew(cut)))
  expect(unmarked(await readNew(document, await storedAfterTwo(cut)))).toEqual(unmarked(await readNew(document)))
})

test('code keeps its color', async () => {
  const pool = openParserPool()
  onTestFinished(() => pool.close())
  const code = item(page, '&lt;pre&gt;&lt;code class="language-js"&gt;const a = 1&lt;/code&gt;&lt;/pre&gt;')
  const again = await readNew(code, await storedAfter(code, pool), baseUrl, pool)
  expect(again.made).toBe(0)
  expect(again.texts[0]?.contentHtml).toContain('<span class="hl-k">const</span>')
})

test('a planet that knows what it has stores of every fixture what one stores that reads all anew', async () => {
  const server = await serveFeeds()
  onTestFinished(() => server.close())
  const serveAll = (end: string) => {
    for (const { name, text } of fixtures)
      server.feeds.set(`/${name}`, (answer) => void answer.writeHead(200).end(text + end))
  }
  const list = fixtures.map(({ name }) => `  - ${server.url}/${name}`).join('\n')
  const [knowing, forgetful] = [openPlanet(`feeds:\n${list}`), openPlanet(`feeds:\n${list}`)]
  const forget = (store: Store): Store => ({ ...store, markedEntries: async () => [] })
  const watch = (store: Store, marks: TextMark[]): Store => ({
    ...store,
    async markedEntries(feed) {
      const entries = await store.markedEntries(feed)
      marks.push(...entries.map(({ mark }) => mark))
      return entries
    },
  })
  const fetchAll = async (minutes: number) => {
    const options = { refresh: true, part: 'fetch' as const }
    const marks: TextMark[] = []
    const known = await knowing.build(timeAt(minutes), options, ({ store }) => ({ store: watch(store, marks) }))
    const anew = await forgetful.build(timeAt(minutes), options, ({ store }) => ({ store: forget(store) }))
    const report = ({ feeds }: typeof known) => feeds.map((feed) => ({ ...feed, milliseconds: 0 }))
    expect(report(known)).toEqual(report(anew))
    expect(await knowing.entries()).toEqual(await forgetful.entries())
    return { known, anew, marks }
  }
  serveAll('')
  await fetchAll(0)
  // The second time texts are known, the third time whole entries: of nearly all feeds, for those that are JSON have no elements.
  for (const [minutes, shareOfWhole] of [
    [60, 0],
    [120, 0.8],
  ] as const) {
    serveAll('\n'.repeat(minutes / 60))
    const { known, anew, marks } = await fetchAll(minutes)
    const whole = marks.filter((mark) => mark.whole !== undefined).length
    expect(marks.length).toBeGreaterThan(fixtures.length)
    expect(whole > 0).toBe(shareOfWhole > 0)
    expect(whole).toBeGreaterThanOrEqual(marks.length * shareOfWhole)
    expect(anew.work.entriesConformed).toBeGreaterThan(fixtures.length)
    expect(known.work.entriesConformed).toBeLessThan(anew.work.entriesConformed / 5)
  }
})
