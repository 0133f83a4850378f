import { expect, onTestFinished, test } from 'vitest'
import type { ReadInput } from '../../src/model.ts'
import { markTexts, readAgain } from '../../src/pipeline/read-again.ts'
import type { MarkedTexts, Store } from '../../src/store/store.ts'
import { openParserPool } from '../../src/workers/open-parser-pool.ts'
import { serveFeeds } from '../cli/serve-feeds.ts'
import { openPlanet, timeAt } from '../open-planet.ts'
import { readFixtures } from '../read/read-expectations.ts'
import { readHere } from '../read-here.ts'

const fixtures = readFixtures()
const baseUrl = 'https://blog.example/feed.xml'
const inputOf = (text: string, base = baseUrl): ReadInput => ({
  ...{ body: Buffer.from(text), contentType: undefined, baseUrl: base },
})

async function readNew(text: string, stored: MarkedTexts[] = [], base = baseUrl, pool = readHere) {
  const result = await readAgain(inputOf(text, base), stored, pool)
  if (result.kind === 'unreadable') throw new Error(result.problem.message)
  return result
}

/** As the store has them when the feed is read for the second time. */
async function storedAfter(text: string, pool = readHere): Promise<MarkedTexts[]> {
  const { feed, texts } = await readNew(text, [], baseUrl, pool)
  return feed.entries.flatMap((entry) => {
    const source = texts.sources.get(entry)
    const { summaryHtml, contentHtml } = entry
    return source === undefined ? [] : [{ mark: markTexts(source, entry), texts: { summaryHtml, contentHtml } }]
  })
}

test.each(fixtures)('fixture $name read again is what it is when nothing of it is known', async ({ text }) => {
  const [first, again] = [await readNew(text), await readNew(text, await storedAfter(text))]
  expect(again.feed).toEqual(first.feed)
  // Its fields stand in the same order, too: what is stored is compared by a hash of that.
  expect(JSON.stringify(again.feed)).toBe(JSON.stringify(first.feed))
  expect([...again.texts.sources.values()]).toEqual([...first.texts.sources.values()])
  // Only what something was wrong with is made once more, so that it is said once more.
  expect(again.texts.made).toBe(first.feed.entries.length - first.texts.sources.size)
  if (first.feed.warnings.length === 0) expect(again.texts.made).toBe(0)
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
  expect(again.feed).toEqual((await readNew(document, [], base)).feed)
  expect(again.texts.made).toBe(made)
})

test('what is stored is taken only as it was made, and by the same version', async () => {
  const [stored] = await storedAfter(item(page, text))
  if (stored === undefined) throw new Error('nothing is marked')
  const shaped = { ...stored, texts: { ...stored.texts, contentHtml: 'what a plug-in made of it' } }
  const moved = { ...stored, texts: { summaryHtml: stored.texts.contentHtml, contentHtml: undefined } }
  const older = { ...stored, mark: { ...stored.mark, made: 'as another version hashes it' } }
  for (const found of [shaped, moved, older]) {
    const { feed, texts } = await readNew(item(page, text), [found])
    expect(texts.made).toBe(1)
    expect(feed.entries[0]?.contentHtml).toBe(stored.texts.contentHtml)
  }
})

test('code keeps its color', async () => {
  const pool = openParserPool()
  onTestFinished(() => pool.close())
  const code = item(page, '&lt;pre&gt;&lt;code class="language-js"&gt;const a = 1&lt;/code&gt;&lt;/pre&gt;')
  const again = await readNew(code, await storedAfter(code, pool), baseUrl, pool)
  expect(again.texts.made).toBe(0)
  expect(again.feed.entries[0]?.contentHtml).toContain('<span class="hl-k">const</span>')
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
