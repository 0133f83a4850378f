import { HtmlValidate } from 'html-validate'
import { mf2 } from 'microformats-parser'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Entry, Page, Planet } from '../../src/model.ts'
import { openCalendar } from '../../src/render/dates/open-calendar.ts'
import { openMessages } from '../../src/render/messages/open-messages.ts'
import { renderPage } from '../../src/render/pages/render-page.ts'
import { pagePath } from '../../src/render/paths/page-path.ts'
import { loadTheme } from '../../src/render/site/load-theme.ts'
import { makeSamplePages } from '../../src/render/theme/make-sample-pages.ts'
import { openTemplates, type Templates } from '../../src/render/theme/open-templates.ts'
import { makePlanet, makeStored } from './make-site.ts'

let templates: Templates

let classic: Templates

beforeAll(async () => {
  // As if it were the operator's own: what it asks for that there is not is a mistake of ours.
  templates = openTemplates({ ...(await loadTheme({ links: [] }, '.')), isOwn: true })
  classic = openTemplates({ ...(await loadTheme({ base: 'classic', links: [] }, '.')), isOwn: true })
})

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    // Ours are written so; both are valid.
    'no-trailing-whitespace': 'off',
    'void-style': 'off',
    'long-title': 'off',
    // Native elements are meant, with a role that names them.
    'no-redundant-role': 'off',
    'prefer-native-element': 'off',
    'no-inline-style': 'error',
    'tel-non-breaking': 'off',
    'doctype-style': 'off',
  },
})

async function render(page: Page, about: Partial<Planet> = {}): Promise<string> {
  const planet = makePlanet({ ...makeSamplePages(makePlanet()).planet, ...about })
  const calendar = await openCalendar(planet.timezone, planet.language)
  const look = {
    planet,
    calendar,
    templates: planet.theme.base === 'classic' ? classic : templates,
    faces: new Map(),
    translate: openMessages(planet.language),
  }
  return String(renderPage(page, look).bytes)
}

const samples = makeSamplePages(makePlanet()).pages.map((page, number) => ({
  name: `${number} ${pagePath(page)}`,
  page,
}))
const looks: { look: string; planet: Partial<Planet> }[] = [
  { look: 'as it comes', planet: {} },
  { look: 'in Arabic', planet: { language: 'ar' } },
  { look: 'classic', planet: { theme: { base: 'classic', links: [] } } },
  { look: 'ungrouped', planet: { show: { ...makePlanet().show, group: 'none', content: 'summary' } } },
  {
    look: 'without pictures, months and tags',
    planet: {
      images: 'strip',
      archive: { pages: ['day'], tags: false, authors: false, tagMin: 3, links: 'none', languages: false },
    },
  },
]

describe.each(looks)('P-01 valid HTML, $look', ({ planet }) => {
  test.each(samples)('$name', async ({ page }) => {
    const report = await validator.validateString(await render(page, planet))
    const messages = report.results.flatMap((result) => result.messages)
    expect(messages.map(({ ruleId, message, line }) => `${line}: ${ruleId}: ${message}`)).toEqual([])
  })
})

const headings = (html: string) => [...html.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level))

describe.each(looks)('P-02 P-03, $look', ({ planet }) => {
  test.each(samples)(
    '$name has one h1, its headings skip no level, its landmarks have names of their own',
    async ({ page }) => {
      const html = await render(page, planet)
      const levels = headings(html)
      expect(levels.filter((level) => level === 1)).toHaveLength(1)
      for (const [index, level] of levels.entries()) {
        expect(level - (levels[index - 1] ?? 0), levels.join(' ')).toBeLessThanOrEqual(1)
      }
      expect(html.match(/<main/g)).toHaveLength(1)
      const labels = [...html.matchAll(/<(?:nav|aside|section|div role="region")[^>]* aria-label="([^"]*)"/g)].map(
        ([, name]) => name,
      )
      expect(new Set(labels).size).toBe(labels.length)
      expect(html.match(/<a [^>]*href="#main"/)?.index).toBeLessThan(html.indexOf('<header'))
    },
  )
})

test('P-14 boxes that scroll have names of their own, also where two posts are called the same', async () => {
  const twins = ['2019-04-03T01:00:00Z', '2019-04-03T02:00:00Z', '2019-04-03T03:00:00Z'].map((position, index) =>
    makeStored(position, { title: index < 2 ? 'Weeknotes' : 'Else', contentHtml: '<pre>1</pre><pre>2</pre>' }),
  )
  const html = await render({ kind: 'front', entries: twins, older: undefined })
  const names = [...html.matchAll(/role="region" aria-label="([^"]*)"/g)].map(([, name]) => name)
  expect(new Set(names).size).toBe(6)
  expect(names).toContainEqual(expect.stringMatching(/^Code 1 in “Weeknotes, [^“”,]+, April 03, 2019 \d\d:00”$/))
  expect(names).toContain('Code 1 in “Else”')
})

test('P-14 nor are they called the same where one blog posted twice under one title in one minute, or under titles that begin alike', async () => {
  const long = 'On '.repeat(60)
  const twins = ['Notes', 'Notes', `${long}a`, `${long}b`].map((title, second) =>
    makeStored(`2019-04-03T01:00:0${second}Z`, { title, contentHtml: '<table><tr><td>1</td></tr></table>' }),
  )
  const html = await render({ kind: 'front', entries: twins, older: undefined })
  const names = [...html.matchAll(/role="region" aria-label="([^"]*)"/g)].map(([, name]) => name)
  expect(new Set(names).size).toBe(4)
  expect(names).toContainEqual(expect.stringMatching(/^Table 1 in “Notes, [^“”,]+, April 03, 2019 01:00, 2”$/))
})

/** Entries with the difficulties of real ones. */
const hard: Partial<Entry>[] = [
  { title: 'Plain', contentHtml: '<p>Text</p>', authors: [{ name: 'Ana', url: undefined, email: undefined }] },
  { title: undefined, titleHtml: undefined, contentHtml: '<p>One two three four five six seven eight nine</p>' },
  { title: undefined, titleHtml: undefined, contentHtml: undefined },
  { title: 'Nobody & <nothing>', titleHtml: 'Nobody &amp; <em>nothing</em>', link: undefined },
  { title: 'Several', authors: ['Ana', 'Ben'].map((name) => ({ name, url: undefined, email: undefined })) },
]
const entries = hard.map((about, index) =>
  makeStored(`2019-04-03T0${index}:00:00Z`, { contentHtml: '<p>x</p>', ...about }),
)

type Item = { type?: string[]; properties: Record<string, unknown[]>; children?: Item[] }
const kinds: { name: string; page: Page }[] = [
  { name: 'the front page', page: { kind: 'front', entries, older: undefined } },
  { name: 'a day', page: { kind: 'day', day: '2019-04-03', entries, written: [], older: undefined, newer: undefined } },
  { name: 'a tag', page: { kind: 'tag', tag: 'x', feeds: [], entries, more: [] } },
]

test.each(kinds)('P-04 microformats of every entry of $name', async ({ page }) => {
  const html = await render(page, { subscriptions: makePlanet().subscriptions })
  const { items } = mf2(html, { baseUrl: 'https://planet.example/x/' })
  const [feed] = items as Item[]
  expect(feed?.type).toEqual(['h-feed'])
  expect(feed?.properties.name).toHaveLength(1)
  const found = feed?.children ?? []
  expect(found.map(({ type }) => type)).toEqual(entries.map(() => ['h-entry']))
  for (const { properties } of found) {
    for (const name of ['name', 'url', 'uid', 'published', 'author', 'content']) {
      expect(properties[name], name).toHaveLength(1)
    }
    expect(JSON.stringify(properties.name)).not.toBe('[""]')
  }
  expect(found[0]?.properties).toMatchObject({
    name: ['Plain'],
    url: [entries[0]?.link],
    author: [{ type: ['h-card'], properties: { name: ['Ana'] } }],
    content: [{ value: 'Text' }],
  })
})

test('theme: classic has no outline beside its entries', async () => {
  const page: Page = { kind: 'front', entries, older: undefined }
  expect(await render(page)).toContain('class="outline"')
  expect(await render(page, { theme: { base: 'classic', links: [] } })).not.toContain('class="outline"')
})

test('categories lead to the tag of their name, and "Discuss" to where people talk', async () => {
  const term = (term: string) => ({ term, scheme: undefined, label: undefined })
  const list = [
    makeStored('2019-04-03T00:00:00Z', {
      categories: [term('Core Team'), term('x')],
      commentsUrl: 'https://a.example/c',
    }),
    makeStored('2019-04-02T00:00:00Z', { commentsUrl: 'mailto:a@a.example' }),
  ]
  const [one] = makePlanet().subscriptions
  const subscriptions = [
    { ...(one as NonNullable<typeof one>), source: { url: 'https://a.example/feed', tags: ['core'] } },
  ]
  const html = await render(
    { kind: 'front', entries: list, older: undefined },
    { subscriptions, tags: { core: 'Core team' } },
  )
  expect(html).toContain('<a class="p-category" href="tag/core/index.html">Core Team</a>')
  expect(html).toContain('<li class="p-category" dir="auto">x</li>')
  expect([...html.matchAll(/href="([^"]*)"[^>]*>Discuss/g)].map(([, link]) => link)).toEqual(['https://a.example/c'])
})

const signed = [
  { byline: 'end' as const, places: ['end'], of: 'a short entry', text: '<p>x</p>' },
  { byline: 'top' as const, places: ['top'], of: 'a long entry', text: `<p>${'word '.repeat(900)}</p>` },
  { byline: 'both' as const, places: ['top'], of: 'a short entry', text: '<p>x</p>' },
  { byline: 'both' as const, places: ['top', 'end'], of: 'a long entry', text: `<p>${'word '.repeat(900)}</p>` },
]

test.each(signed)('show.byline: $byline, of $of; programs find it once', async ({ byline, places, text }) => {
  const list = [makeStored('2019-04-03T00:00:00Z', { contentHtml: text })]
  const planet = { show: { ...makePlanet().show, byline }, subscriptions: makePlanet().subscriptions }
  const html = await render({ kind: 'front', entries: list, older: undefined }, planet)
  const [above = '', below = ''] = html.split('class="e-content')
  expect([above, below].map((part) => part.includes('class="byline"'))).toEqual(
    ['top', 'end'].map((place) => places.includes(place)),
  )
  expect(html.match(/dt-published/g)).toHaveLength(1)
})

test('P-05 an entry without a title is called by its first words', async () => {
  const html = await render({ kind: 'front', entries, older: undefined })
  expect(html).toContain('aria-label="Untitled — One two three four five six seven eight…"')
})

test('P-05 in lists of titles, too, though their text is cut off anywhere', async () => {
  const start = '<p>One two <a href="https://a.example/">three</a> &amp; <img src="https://a.exam'
  const list = [{ ...(entries[0] as Entry), title: undefined, start }]
  const months = [{ month: '2019-04', entries: list, isWhole: true }]
  const none = { older: undefined, newer: undefined }
  for (const page of [
    { kind: 'month', month: '2019-04', entries: list, ...none },
    { kind: 'year', year: '2019', months, counts: new Map(), ...none },
  ] satisfies Page[]) {
    expect(await render(page)).toContain('>“One two three &amp;”</a>')
  }
})

test('P-06 an entry has one place, which every page names alike', async () => {
  const months = [{ month: '2019-04', entries, isWhole: true }]
  const pages: Page[] = [
    ...kinds.map(({ page }) => page),
    { kind: 'month', month: '2019-04', entries, older: undefined, newer: undefined },
    { kind: 'year', year: '2019', months, counts: new Map(), older: undefined, newer: undefined },
  ]
  const anchors = await Promise.all(
    pages.map(async (page) => [...(await render(page)).matchAll(/ id="(e-[0-9a-f]{10})"/g)].map(([, id]) => id)),
  )
  for (const found of anchors) expect(found).toEqual(anchors[0])
  expect(new Set(anchors[0]).size).toBe(entries.length)
})

test('P-42 pictures wait from the third entry on', async () => {
  const pictured = entries.map((entry) => ({ ...entry, contentHtml: '<p><img src="https://a.example/x.png" /></p>' }))
  const html = await render({ kind: 'front', entries: pictured, older: undefined })
  const lazy = [...html.matchAll(/<img src="https:\/\/a.example\/x.png"[^>]*>/g)].map(([tag]) =>
    tag.includes('loading="lazy"'),
  )
  expect(lazy).toEqual([false, false, true, true, true])
})

test('the page for what is not there has links that lead somewhere from every depth', async () => {
  const html = await render({ kind: 'notFound' })
  const links = [...html.matchAll(/ (?:href|src)="([^"]*)"/g)].map(([, link]) => link ?? '')
  expect(links.filter((link) => !link.startsWith('/') && !link.startsWith('#') && !link.startsWith('mailto:'))).toEqual(
    [],
  )
  expect(html).toContain('<link rel="stylesheet" href="/planet.css">')
  expect(html).toContain('<meta name="robots" content="noindex">')
})

test('P-31 a month has a table of its days, which begins where weeks begin', async () => {
  const page: Page = { kind: 'month', month: '2019-04', entries, older: undefined, newer: undefined }
  const cells = (html: string) => [...html.matchAll(/<td>(?:<a [^>]*>)?(\d*)/g)].map(([, day]) => day)
  const english = await render(page, { language: 'en' })
  expect(english).toContain('<caption>Days with posts in April 2019</caption>')
  expect(cells(english).slice(0, 3)).toEqual(['', '1', '2'])
  expect(english.match(/<td><a [^>]*href="([^"]*)"/)?.[1]).toBe('03/index.html')
  expect(cells(await render(page, { language: 'de' })).slice(0, 3)).toEqual(['1', '2', '3'])
  expect(cells(english)).toHaveLength(35)
})

const folded = `<p>${'word '.repeat(50)}</p><p>${'word '.repeat(50)}</p>`
const shown = [
  { name: 'full', show: {}, content: true, more: '' },
  { name: 'P-24 fold', show: { fold: 60 }, content: true, more: 'Read on (100 words, 1 min)' },
  { name: 'P-24 fold, a shorter one', show: { fold: 600 }, content: true, more: '' },
  { name: 'summary', show: { content: 'summary' as const }, content: true, more: 'Read on (100 words, 1 min)' },
  { name: 'title', show: { content: 'title' as const }, content: false, more: '' },
]

test.each(shown)('show: $name; the page of the day has all', async ({ show, content, more }) => {
  const long = [makeStored('2019-04-03T00:00:00Z', { contentHtml: folded, title: 'Long' })]
  const planet = { show: { ...makePlanet().show, ...show } }
  const front = await render({ kind: 'front', entries: long, older: undefined }, planet)
  expect(front.includes('word')).toBe(content)
  expect(front.includes('>Read on')).toBe(more !== '')
  expect(front).toContain(more)
  const day = await render(
    { kind: 'day', day: '2019-04-03', entries: long, written: [], older: undefined, newer: undefined },
    planet,
  )
  expect(day.split('word ')).toHaveLength(101)
})

test('show.group: none says of each entry which blog it is of', async () => {
  const planet = { show: { ...makePlanet().show, group: 'none' as const }, subscriptions: makePlanet().subscriptions }
  const html = await render({ kind: 'front', entries, older: undefined }, planet)
  expect(html).not.toContain('<h3')
  expect(html.match(/<span class="of">.*?A Blog/gs)).toHaveLength(entries.length)
})

test('show.sidebar decides what stands beside the entries, and in which order', async () => {
  const page: Page = { kind: 'front', entries, older: undefined }
  const parts = async (sidebar: Planet['show']['sidebar']) => {
    const html = await render(page, { show: { ...makePlanet().show, sidebar } })
    return [...html.slice(html.indexOf('<aside')).matchAll(/<h2>(?:<a [^>]*>)?([A-Z]\w+)/g)].map(([, name]) => name)
  }
  expect(await parts(['subscribe', 'feeds'])).toEqual(['Subscribe', 'Subscriptions'])
  expect(await parts(['archive', 'tags'])).toEqual(['Archive', 'Tags'])
  expect(await render(page, { show: { ...makePlanet().show, sidebar: [] } })).not.toContain('<aside')
})

test('F-24 noindex stands on every page', async () => {
  for (const { page } of samples) {
    expect(await render(page, { robots: 'noindex' })).toContain('<meta name="robots" content="noindex">')
  }
})

test('P-41 every page says what it is of, also where the operator does not', async () => {
  const describe = async (about: Partial<Planet>) =>
    /<meta name="description" content="([^"]*)">/.exec(await render({ kind: 'subscribe' }, about))?.[1]
  expect(await describe({ description: 'Boats & more' })).toBe('Boats &amp; more')
  expect(await describe({ title: 'Planet <X>' })).toBe(
    'Planet &lt;X&gt;: what a community writes on its blogs, in one place.',
  )
})

test('P-45 the policy lets nothing in but what entries carry; without pictures, none of these', async () => {
  const page: Page = { kind: 'subscribe' }
  expect(await render(page)).toContain(
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src * data:; media-src *; form-action 'none'; base-uri 'none'",
  )
  expect(await render(page, { images: 'strip' })).toContain("img-src 'self';")
  expect(await render(page)).not.toMatch(/<script(?! defer src=)|<style| style=| on[a-z]+=/)
})

test('notes of one blog on one day stand together, where the newest does; what has a title keeps its place', async () => {
  const note = { title: undefined, titleHtml: undefined }
  const list: [hour: string, about: Parameters<typeof makeStored>[1]][] = [
    ['09', { ...note, contentHtml: '<p>note nine</p>' }],
    ['08', { feed: 'https://other.example/feed', contentHtml: '<p>between</p>' }],
    ['07', { ...note, contentHtml: '<p>note seven</p>' }],
    ['06', { feed: 'https://other.example/feed', contentHtml: '<p>still other</p>' }],
    ['05', { contentHtml: '<p>titled</p>' }],
    ['04', { feed: 'https://other.example/feed', contentHtml: '<p>last of other</p>' }],
    ['03', { ...note, contentHtml: '<p>note three</p>' }],
  ]
  const entries = list.map(([hour, about]) => makeStored(`2019-04-03T${hour}:00:00Z`, about))
  const html = await render({ kind: 'front', entries, older: undefined })
  const texts = [
    ...html.matchAll(/<section class="blog">|<p>(note \w+|between|still other|titled|last of other)<\/p>/g),
  ]
  expect(texts.map(([, text]) => text ?? '|').join(' ')).toBe(
    '| note nine note seven | between still other | titled | last of other | note three',
  )
})

test('/subscribe/ has the address of every feed: of tags, also of those that categories made, and of languages', async () => {
  const topics = { tags: [{ tag: 'python', name: 'Python' }], languages: ['de', 'pt-br'] }
  const addresses = [...(await render({ kind: 'subscribe', topics })).matchAll(/ value="([^"]+)"/g)].map(
    ([, url]) => url,
  )
  const of = (path: string) => addresses.filter((address) => address?.includes(path))
  expect(of('/tag/')).toContain('https://planet.example/tag/python/atom.xml')
  expect(of('/lang/')).toEqual([
    'https://planet.example/lang/de/atom.xml',
    'https://planet.example/lang/pt-br/atom.xml',
  ])
})

test('P-33 P-34 the sidebar names every blog, the quiet ones apart, and says what cannot be reached', async () => {
  const html = await render({ kind: 'front', entries: [], older: undefined })
  const aside = html.slice(html.indexOf('<aside'))
  expect(aside).toContain('aria-label="Lost feed"')
  expect(aside).toContain('gone since February 02, 2020')
  expect(aside).toMatch(/Quiet<\/h3>[\s\S]*class="site"[^>]*>Quiet</)
  expect(aside).not.toContain('Left')
})

test.each([
  { name: 'two letters', language: 'en', heads: 'Su Mo Tu We Th Fr Sa' },
  { name: 'four columns are few enough', language: 'vi', heads: 'Th 2 Th 3 Th 4 Th 5 Th 6 Th 7 CN' },
  { name: 'names too wide for a column: letters', language: 'ar', heads: 'س ح ن ث ر خ ج' },
])('the head of a calendar: $name', async ({ language, heads }) => {
  const none = { older: undefined, newer: undefined }
  const counts = new Map([['2019-02-01', 1]])
  const html = await render({ kind: 'year', year: '2019', months: [], counts, ...none }, { language })
  expect([...html.matchAll(/<th scope="col" abbr="[^"]+">([^<]*)/g)].map(([, head]) => head).join(' ')).toBe(heads)
})

test('a year shows how much was posted on each day, in shades and in words', async () => {
  const counts = new Map([
    ['2019-02-01', 1],
    ['2019-04-03', 8],
  ])
  const none = { older: undefined, newer: undefined }
  const html = await render({ kind: 'year', year: '2019', months: [], counts, ...none })
  expect(html.match(/<table class="calendar">/g)).toHaveLength(2)
  expect(html).toContain('<td class="l1"><a href="02/01/index.html" title="February 01, 2019: 1 post">1</a>')
  expect(html).toContain('<td class="l4"><a href="04/03/index.html" title="April 03, 2019: 8 posts">3</a>')
  expect(html).toContain('9 posts. The stronger the shade of a day, the more was posted; most on one day: 8 posts.')
})

test('beside a year stand its months, beside the archive its years: by day where there is a page of the year', async () => {
  const none = { counts: new Map(), older: undefined, newer: undefined }
  const months = ['2019-04', '2019-02'].map((month) => ({ month, entries: [], isWhole: false }))
  const year = await render({ kind: 'year', year: '2019', months, ...none })
  const inner = [...year.matchAll(/<li><a href="#(m\d+)"/g)].map(([, id]) => id)
  expect(inner).toEqual(['m04', 'm02'])
  for (const id of inner) expect(year).toContain(`<section class="list" id="${id}">`)
  const archive: Page = { kind: 'archive', months: ['2020-01', '2019-02'], counts: new Map([['2020-01-02', 1]]) }
  const links = async (pages: ('day' | 'month' | 'year')[]) => {
    const html = await render(archive, { archive: { ...makePlanet().archive, pages } })
    const aside = html.slice(html.indexOf('<aside'))
    const found = [...aside.matchAll(/<li><a href="([^"]+)">(\d+)</g)].map(([, link = '', text]) => `${text} ${link}`)
    for (const [, id] of aside.matchAll(/href="#([^"]+)"/g)) {
      if (id !== 'top') expect(html).toContain(` id="${id}"`)
    }
    return found
  }
  expect(await links(['day', 'month', 'year'])).toEqual(['2020 ../2020/index.html', '2019 ../2019/index.html'])
  expect(await links(['day', 'month'])).toEqual(['2020 #y1', '2019 #y2'])
})

test('the list of blogs by last post has the newest first', async () => {
  const at = (day: string) => ({ first: new Date(day), last: new Date(day) })
  const [one] = makePlanet().subscriptions
  const subscriptions = ['2019-01-01', '2019-03-01', '2019-02-01'].map((day, index) => ({
    ...(one as NonNullable<typeof one>),
    ...{ source: { url: `https://${index}.example/feed` }, name: `Blog ${index}`, span: at(day) },
  }))
  const order = async (order: 'name' | 'last') => {
    const html = await render({ kind: 'blogs', order, months: [], postCounts: new Map() }, { subscriptions })
    return [...html.matchAll(/dir="auto">Blog (\d)/g)].map(([, number]) => number).join('')
  }
  expect([await order('name'), await order('last')]).toEqual(['012', '120'])
})

test('P-35 the rhythm of a blog is said in words, too', async () => {
  const postCounts = new Map([['https://blog.example/feed', [0, 2, 12]]])
  const html = await render({ kind: 'blogs', order: 'name', months: [], postCounts })
  expect(html).toContain('aria-label="14 posts in twelve months, last February 02, 2020"')
  expect(html).toContain('aria-label="no posts in twelve months"')
})

test('P-37 about.md stands in place of our own text', async () => {
  expect(await render({ kind: 'about', text: undefined })).toContain('<h2>How to be removed</h2>')
  const html = await render({ kind: 'about', text: '# Our planet\n\nHello.' })
  expect(html).toContain('<h1>Our planet</h1>\n<p>Hello.</p>')
  expect(await render({ kind: 'about', text: 'Hello.' })).toContain('<h1>About</h1>')
})
