import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeSearchIndex } from '../../src/render/site/make-search-index.ts'
import { openPlanet, type TestPlanet } from '../feeds/open-planet.ts'
import { executablePath, type OpenPage, openBrowser, openPage } from './open-page.ts'
import { type SiteServer, serveSite } from './serve-site.ts'

type Post = { id: string; at: string; title: string; text: string; language?: string }

declare function nameOfFocus(): string

const posts: Post[] = [
  { id: 'old', at: '2018-03-01T10:00:00Z', title: 'Found again', text: 'The zyzzyva is a weevil of the tropics.' },
  { id: 'ja', at: '2019-05-01T10:00:00Z', title: '勉強会', text: '東京で新しい勉強会を開きました。', language: 'ja' },
  { id: 'zh', at: '2019-05-02T10:00:00Z', title: '天气', text: '北京今天天气很好，我们去公园散步。', language: 'zh' },
  {
    id: 'ar',
    at: '2019-05-03T10:00:00Z',
    title: 'حقوق',
    text: 'يولد جميع الناس أحرارا متساوين في الكرامة',
    language: 'ar',
  },
  {
    id: 'hostile',
    at: '2020-05-04T10:00:00Z',
    title: '<img src=x onerror=pwned()>',
    text: 'A quagga says <img src=x onerror=pwned()> & leaves.',
  },
  ...Array.from({ length: 110 }, (_, index) => ({
    id: `n${index}`,
    at: new Date(Date.UTC(2020, 0, 1 + index)).toISOString(),
    title: `Number ${index}`,
    text: `Every sheep has number ${index}, and the blue river flows.`,
  })),
]

const write = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')

function atom(blog: string, entries: Post[]): string {
  const list = entries.map(
    ({ id, at, title, text, language = 'en' }) => `<entry xml:lang="${language}"><id>https://${blog}.example/${id}</id>
      <link href="https://${blog}.example/${id}"/><title>${write(title)}</title><updated>${at}</updated>
      <content type="html">${write(`<p>${write(text)}</p>`)}</content></entry>`,
  )
  return `<feed xmlns="http://www.w3.org/2005/Atom"><title>Blog ${blog}</title><id>https://${blog}.example/</id>
    <updated>2020-05-01T00:00:00Z</updated><author><name>Ana</name></author>${list.join('')}</feed>`
}

const lines = `feeds:
  - {url: 'https://a.example/feed', tags: [core]}
  - {url: 'https://b.example/feed', tags: [other]}
`
const [first, ...rest] = posts
let planet: TestPlanet
let server: SiteServer
let browser: Browser
let opened: OpenPage

beforeAll(async () => {
  const feeds = { 'https://a.example/feed': atom('a', rest), 'https://b.example/feed': atom('b', first ? [first] : []) }
  planet = openPlanet(feeds, lines, makeSearchIndex)
  await planet.build('2020-06-01T12:00:00Z')
  server = await serveSite()
  server.setFolder(path.join(planet.folder, 'public'))
  if (!executablePath) return
  browser = await openBrowser()
  opened = await openPage(browser, `${server.url}search/`, server.url)
}, 60_000)

afterAll(async () => {
  await browser?.close()
  await server.close()
  await planet.close()
})

async function look(page: Page, text: string): Promise<string[]> {
  await page.locator('[name=q]').fill(text)
  await page.keyboard.press('Enter')
  await page.waitForFunction((text) => new URL(location.href).searchParams.get('q') === text, text)
  await page.locator('.results[aria-busy=false]').waitFor({ state: 'attached' })
  return page.locator('.results h2').allTextContents()
}

const questions = [
  { name: 'a word of an old year', text: 'zyzzyva', titles: ['Found again'] },
  { name: 'a phrase', text: '"number 42"', titles: ['Number 42'] },
  { name: 'Chinese', text: '天气很好', titles: ['天气'] },
  { name: 'Japanese', text: '勉強会', titles: ['勉強会'] },
  { name: 'a part of a word of Japanese', text: '新しい勉', titles: ['勉強会'] },
  { name: 'Arabic', text: 'متساوين', titles: ['حقوق'] },
  { name: 'what looks like HTML', text: 'quagga', titles: ['<img src=x onerror=pwned()>'] },
  { name: 'nothing', text: 'xylophonist', titles: [] },
]

test.runIf(executablePath).each(questions)('/search/ finds $name', async ({ text, titles }) => {
  expect(await look(opened.page, text)).toEqual(titles)
  expect(opened.complaints).toEqual([])
  expect(opened.foreign).toEqual([])
})

test.runIf(executablePath)('/search/ sifts by blog and year, sorts by date, and leads to the entry', async () => {
  const { page } = opened
  await page.goto(`${server.url}search/?q=sheep&newest=on`)
  await page.locator('.results h2').nth(9).waitFor()
  expect((await page.locator('.results h2').allTextContents()).slice(0, 2)).toEqual(['Number 109', 'Number 108'])
  await page.locator('.more').click()
  await page.locator('.results h2').nth(19).waitFor()
  // By keyboard alone, one goes on where one was.
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Number 99')
  expect(await page.locator('[name=blog] option').allTextContents()).toEqual(['All', 'Blog a', 'Blog b'])
  expect(await page.locator('[name=year] option').allTextContents()).toEqual(['All', '2020', '2019', '2018'])
  expect(await page.locator('[name=tag] option').allTextContents()).toEqual(['All', 'core', 'other'])
  await page.locator('[name=year]').selectOption('2018')
  await page.waitForFunction(() => document.querySelector('.found')?.textContent === 'Nothing was found.')
  await page.locator('[name=q]').fill('')
  await page.keyboard.press('Enter')
  await page.locator('.results a').waitFor()
  await page.locator('.results a').click()
  await page.waitForURL(/some\/path\/2018\/03\/01\/#e-/)
  expect(opened.complaints).toEqual([])
})

/** Press Tab until something has the focus, and say what everything on the way is called. */
async function tabTo(page: Page, name: string): Promise<string[]> {
  const names: string[] = []
  for (let turn = 0; turn < 40; turn++) {
    await page.keyboard.press('Tab')
    names.push(await page.evaluate(() => nameOfFocus()))
    if (names.at(-1) === name) return names
  }
  throw new Error(`${name} is not reached: ${names.join(', ')}`)
}

test.runIf(executablePath)('/search/ by keyboard alone: word, blog, tag, year, order, result', async () => {
  const opened = await openPage(browser, `${server.url}index.html`, server.url)
  const { page } = opened
  await page.addInitScript(() => {
    // @ts-expect-error: for the page
    window.nameOfFocus = () => {
      const element = document.activeElement as HTMLInputElement | null
      return element?.name || element?.textContent?.trim() || ''
    }
  })
  await page.reload()
  await tabTo(page, 'Search')
  await page.keyboard.press('Enter')
  await page.waitForURL(/search\//)
  expect((await tabTo(page, 'q')).at(-1)).toBe('q')
  await page.keyboard.type('number')
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => document.querySelector('.found')?.textContent === 'Results: 110')
  expect(await tabTo(page, 'newest')).toEqual(['Search', 'blog', 'tag', 'year', 'newest'])
  await page.keyboard.press('Space')
  await page.waitForFunction(() => document.querySelector('.results h2')?.textContent === 'Number 109')
  for (const [name, keys, count] of [
    ['year', ['End'], 'Nothing was found.'],
    ['year', ['Home', 'ArrowDown'], 'Results: 110'],
    ['tag', ['End'], 'Nothing was found.'],
    ['tag', ['ArrowUp'], 'Results: 110'],
    ['blog', ['End'], 'Nothing was found.'],
    ['blog', ['ArrowUp'], 'Results: 110'],
  ] as const) {
    while ((await page.evaluate(() => nameOfFocus())) !== name) await page.keyboard.press('Shift+Tab')
    for (const key of keys) await page.keyboard.press(key)
    await page.waitForFunction((count) => document.querySelector('.found')?.textContent === count, count)
  }
  const address = new URL(page.url())
  expect(Object.fromEntries(address.searchParams)).toEqual({
    q: 'number',
    blog: 'Blog a',
    tag: 'core',
    year: '2020',
    newest: 'on',
  })
  await tabTo(page, 'Number 109')
  await page.keyboard.press('Enter')
  await page.waitForURL(/some\/path\/2020\/04\/19\/#e-/)
  // The address of a search has all that was asked for, and back leads to it.
  await page.goBack()
  await page.waitForFunction(() => document.querySelector('.results h2')?.textContent === 'Number 109')
  expect(await page.locator('[name=tag]').inputValue()).toBe('core')
  expect(opened.complaints).toEqual([])
  await opened.close()
})

test.runIf(executablePath)('/search/ says to a screen reader what everything is', async () => {
  const opened = await openPage(browser, `${server.url}search/?q=zyzzyva`, server.url)
  await opened.page.locator('.results h2').waitFor()
  const heard = await opened.page.locator('main').ariaSnapshot()
  for (const line of [
    'search:',
    'searchbox "Search"',
    'button "Search"',
    'combobox "Blog:":',
    'combobox "Tags:":',
    'combobox "Years:":',
    'option "2018"',
    'checkbox "Newest first"',
    'status: "Results: 1"',
    'heading "Found again" [level=2]:',
    'link "Found again":',
    'mark: zyzzyva',
  ]) {
    expect(heard).toContain(`- ${line}`)
  }
  await opened.close()
})

test.runIf(executablePath)('filters alone find, too, the newest first, and their address says so', async () => {
  const opened = await openPage(browser, `${server.url}search/?tag=core&year=2019`, server.url)
  const { page } = opened
  await page.locator('.results h2').nth(2).waitFor()
  expect(await page.locator('.results h2').allTextContents()).toEqual(['حقوق', '天气', '勉強会'])
  await page.locator('[name=tag]').selectOption('other')
  await page.waitForFunction(() => document.querySelector('.found')?.textContent === 'Nothing was found.')
  expect(new URL(page.url()).search).toBe('?tag=other&year=2019')
  expect(opened.complaints).toEqual([])
  await opened.close()
})

test.runIf(executablePath)(
  'where nothing can be loaded, /search/ says so and leads to the archive and to titles',
  async () => {
    const opened = await openPage(browser, `${server.url}search/`, server.url)
    const { page } = opened
    await page.context().setOffline(true)
    await page.locator('[name=q]').fill('sheep')
    await page.keyboard.press('Enter')
    await page.locator('.otherwise a').first().waitFor()
    expect(await page.locator('.found').textContent()).toBe('The search could not be loaded.')
    expect(await page.locator('.otherwise a').count()).toBe(2)
    // The connection is back.
    await page.context().setOffline(false)
    await page.keyboard.press('Enter')
    await page.locator('.results h2').first().waitFor()
    expect(await page.locator('.otherwise').isVisible()).toBe(false)
    // What was loaded once is searched without a connection.
    await page.context().setOffline(true)
    expect(await look(page, 'sheep')).toHaveLength(10)
    await opened.close()
  },
)

test.runIf(executablePath)('without JavaScript /search/ says so and leads to the archive and to titles', async () => {
  const opened = await openPage(browser, `${server.url}search/`, server.url, { javaScriptEnabled: false })
  const { page } = opened
  expect(await page.locator('main').textContent()).toContain('Searching needs JavaScript')
  expect(
    await page.locator('noscript a').evaluateAll((links) => links.map((link) => link.getAttribute('href'))),
  ).toEqual(['../archive/index.html', '../titles/index.html'])
  expect(await page.locator('form').isVisible()).toBe(false)
  await opened.close()
})

const files = (year: string) => [...planet.site().keys()].filter((file) => file.startsWith(`search/${year}/`))
const all = () => planet.site()

test('only /search/ may run WebAssembly, and every page leads there', () => {
  const allowed = [...all()].filter(([file, text]) => file.endsWith('.html') && text.includes('wasm-unsafe-eval'))
  expect(allowed.map(([file]) => file)).toEqual(['search/index.html'])
  expect(all().get('index.html')).toContain('href="search/index.html" rel="search"')
})

test('a new entry leaves closed years as they are, a purged one leaves the index, and without news nothing is written', async () => {
  const before = all()
  expect((await planet.build('2020-06-01T13:00:00Z')).written).toEqual([])
  planet.feeds.set(
    'https://a.example/feed',
    atom('a', [{ ...rest[0], id: 'new', at: '2020-06-02T10:00:00Z', title: 'New', text: 'okapi' }, ...rest] as Post[]),
  )
  const { written } = await planet.build('2020-06-02T12:00:00Z')
  expect(written.filter((file) => /^search\/201/.test(file))).toEqual([])
  expect(written.some((file) => file.startsWith('search/2020/'))).toBe(true)
  for (const file of files('2018')) expect(all().get(file), file).toBe(before.get(file))
  planet.configure(`${lines}purged: [https://b.example/old]`)
  await planet.build('2020-06-03T12:00:00Z')
  expect(files('2018')).toEqual([])
  expect(JSON.parse(all().get('search/index.json') ?? '').years.map(({ year }: { year: string }) => year)).toEqual([
    '2020',
    '2019',
  ])
  planet.configure(`${lines}search: false`)
  await planet.build('2020-06-04T12:00:00Z')
  expect([...all().keys()].filter((file) => file.startsWith('search')).sort()).toEqual(['search.css', 'search.js'])
}, 60_000)
