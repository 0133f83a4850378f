import { expect, onTestFinished, test } from 'vitest'
import { decodeWhole } from '../../src/entry-codec.ts'
import type { MarkedTexts } from '../../src/model.ts'
import type { Store } from '../../src/store/store.ts'
import { openParserPool } from '../../src/workers/open-parser-pool.ts'
import { serveFeeds } from '../cli/serve-feeds.ts'
import { openPlanet, timeAt } from '../open-planet.ts'
import { readFixtures } from '../read/read-expectations.ts'
import { readHere } from '../read-here.ts'

const fixtures = readFixtures()
const baseUrl = 'https://blog.example/feed.xml'

async function readNew(text: string, stored: MarkedTexts[] = [], base = baseUrl, pool = readHere) {
  const input = { body: Buffer.from(text), contentType: undefined, baseUrl: base, stored }
  const result = await pool.readVersion(input)
  if (result.kind === 'unreadable') throw new Error(result.problem.message)
  return { ...result, texts: result.entries.map(({ entry }) => decodeWhole(entry)) }
}

/** As the store has them when the feed is read for the second time. */
async function storedAfter(text: string, pool = readHere): Promise<MarkedTexts[]> {
  const { entries } = await readNew(text, [], baseUrl, pool)
  return entries.flatMap(({ entry, mark }) => {
    const { summaryHtml, contentHtml } = decodeWhole(entry)
    return mark === undefined ? [] : [{ mark, texts: { summaryHtml, contentHtml } }]
  })
}

test.each(fixtures)('fixture $name read again is what it is when nothing of it is known', async ({ text }) => {
  const [first, again] = [await readNew(text), await readNew(text, await storedAfter(text))]
  // With it the hash of each entry: what is stored is compared by that.
  expect({ ...again, made: 0 }).toEqual({ ...first, made: 0 })
  // Only what something was wrong with is made once more, so that it is said once more.
  const unmarked = first.entries.filter(({ mark }) => mark === undefined).length
  // Of what is not stored, nothing is known.
  if (first.made > first.entries.length) return
  expect(again.made).toBe(unmarked)
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
  expect(again.entries).toEqual((await readNew(document, [], base)).entries)
  expect(again.made).toBe(made)
})

test('what is stored is taken only as it was made, and by the same version', async () => {
  const [stored] = await storedAfter(item(page, text))
  if (stored === undefined) throw new Error('nothing is marked')
  const shaped = { ...stored, texts: { ...stored.texts, contentHtml: 'what a plug-in made of it' } }
  const moved = { ...stored, texts: { summaryHtml: stored.texts.contentHtml, contentHtml: undefined } }
  const older = { ...stored, mark: { ...stored.mark, made: 'as another version hashes it' } }
  for (const found of [shaped, moved, older]) {
    const { texts, made } = await readNew(item(page, text), [found])
    expect(made).toBe(1)
    expect(texts[0]?.contentHtml).toBe(stored.texts.contentHtml)
  }
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
  const forget = (store: Store): Store => ({ ...store, markedTexts: async () => [] })
  const fetchAll = async (minutes: number) => {
    const options = { refresh: true, part: 'fetch' as const }
    const known = await knowing.build(timeAt(minutes), options)
    const anew = await forgetful.build(timeAt(minutes), options, ({ store }) => ({ store: forget(store) }))
    const report = ({ feeds }: typeof known) => feeds.map((feed) => ({ ...feed, milliseconds: 0 }))
    expect(report(known)).toEqual(report(anew))
    expect(await knowing.entries()).toEqual(await forgetful.entries())
    return { known, anew }
  }
  serveAll('')
  await fetchAll(0)
  serveAll('\n')
  const { known, anew } = await fetchAll(60)
  expect(anew.work.entriesConformed).toBeGreaterThan(fixtures.length)
  expect(known.work.entriesConformed).toBeLessThan(anew.work.entriesConformed / 5)
})
