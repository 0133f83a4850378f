import { beforeAll, expect, test } from 'vitest'
import type { Entry, Page } from '../../src/model.ts'
import { openCalendar } from '../../src/render/dates/open-calendar.ts'
import { openMessages } from '../../src/render/messages/open-messages.ts'
import { renderPage } from '../../src/render/pages/render-page.ts'
import { loadTheme } from '../../src/render/site/load-theme.ts'
import { openTemplates, type Templates } from '../../src/render/theme/open-templates.ts'
import { makePlanet, makeStored } from './make-site.ts'

let templates: Templates
beforeAll(async () => {
  templates = openTemplates(await loadTheme({ links: [] }, '.'))
})

async function render(page: Page): Promise<string> {
  const planet = makePlanet()
  const calendar = await openCalendar('UTC', 'en')
  return String(
    renderPage(page, { planet, calendar, templates, faces: new Map(), translate: openMessages('en') }).bytes,
  )
}

const entry = (number: number, contentHtml: string, about: Partial<Entry> = {}) =>
  makeStored('2020-05-01T12:00:00Z', { id: `https://a.example/${number}`, contentHtml, ...about })
const list = (count: number, contentHtml: string, about: Partial<Entry> = {}) =>
  Array.from({ length: count }, (_, number) => entry(number, contentHtml, about))
const day = (entries: Entry[]): Page => ({
  kind: 'day',
  day: '2020-05-01',
  entries,
  written: [],
  older: undefined,
  newer: undefined,
})
const front = (entries: Entry[]): Page => ({ kind: 'front', entries, older: undefined })
const anchors = (html: string) =>
  new Set([...html.matchAll(/<(?:article|li)[^>]* id="(e-[0-9a-f]{10})"/g)].map(([, id]) => id))
const half = 512 * 1024
const enclosures = Array.from({ length: 50 }, (_, number) => ({
  url: `https://a.example/${number}?${'x'.repeat(4000)}`,
  type: 'audio/mpeg',
  length: 1,
}))

test.each<[string, Entry[]]>([
  ['a day of long posts', list(19, `<p>${'&amp;'.repeat(half / 5)}</p>`)],
  ['boxes that scroll, of which we add more than they have', list(19, '<pre>x</pre>'.repeat(half / 12))],
  ['one word without an end', list(19, 'x'.repeat(half))],
  ['a flood of posts', list(5000, `<p>${'word '.repeat(200)}</p>`)],
  ['a flood of recordings', list(2000, '<p>x</p>', { enclosures })],
  ['long titles', list(5000, '', { title: 'x'.repeat(1000), titleHtml: 'x'.repeat(1000) })],
])('P-31 a page stays one that can be loaded: %s', async (_, entries) => {
  const html = await render(day(entries))
  const longTitles = entries.reduce((sum, { title = '' }) => sum + title.length, 0)
  expect(html.length).toBeLessThan(2_100_000 + Math.max(0, entries.length - 500) * 600 + longTitles * 1.5)
  expect(anchors(html).size).toBe(entries.length)
  expect((await render(front(entries.slice(0, 40)))).length).toBeLessThan(2_200_000)
})

test('the longest are folded, and read on at the blog; on the front page, on that of the day', async () => {
  const short = entry(1, '<p>All of a short post.</p>')
  const long = list(8, `<p>${'long '.repeat(80_000)}</p>`).map((one, number) => ({
    ...one,
    publishedId: `urn:long:${number}`,
    link: `https://a.example/long-${number}`,
  }))
  const html = await render(day([...long, short]))
  expect(html).toContain('<p>All of a short post.</p>')
  const links = [...html.matchAll(/<p class="more"><a href="([^"]*)">([^<]*)</g)].map(([, link, text]) => [link, text])
  expect(links.length).toBeGreaterThan(2)
  expect(links.length).toBeLessThan(6)
  for (const [link, text] of links) {
    expect(link).toMatch(/^https:\/\/a\.example\/long-\d$/)
    expect(text).toContain('80')
  }
  const onFront = await render(front([...long, short]))
  expect(onFront).toMatch(/<p class="more"><a href="2020\/05\/01\/index\.html#e-/)
})

test('a day that is no larger stays whole', async () => {
  const html = await render(day(list(40, `<p>${'word '.repeat(9000)}</p>`)))
  expect(html.length).toBeGreaterThan(1_800_000)
  expect(html).not.toContain('class="more"')
})
