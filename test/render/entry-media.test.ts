import { beforeAll, expect, test } from 'vitest'
import type { Enclosure, Entry } from '../../src/model.ts'
import { openCalendar } from '../../src/render/dates/open-calendar.ts'
import { makeFeedEntry } from '../../src/render/feeds/make-feed-entry.ts'
import { openMessages } from '../../src/render/messages/open-messages.ts'
import { renderPage } from '../../src/render/pages/render-page.ts'
import { loadTheme } from '../../src/render/site/load-theme.ts'
import { openTemplates, type Templates } from '../../src/render/theme/open-templates.ts'
import { makePlanet, makeStored } from './make-site.ts'

let templates: Templates
beforeAll(async () => {
  templates = openTemplates(await loadTheme({ links: [] }, '.'))
})

async function renderEntry(about: Partial<Entry>): Promise<{ page: string; feed: string | undefined }> {
  const planet = makePlanet()
  const calendar = await openCalendar(planet.timezone, planet.language)
  const look = { planet, calendar, templates, faces: new Map(), translate: openMessages(planet.language) }
  const entry = makeStored('2026-01-01T00:00:00Z', about)
  const page = String(renderPage({ kind: 'front', entries: [entry], older: undefined }, look).bytes)
  const context = { planet, calendar, subscriptions: new Map(), isLive: true, onBroken: () => undefined }
  const { contentHtml, summaryHtml } = makeFeedEntry(entry, context)
  return { page, feed: contentHtml ?? summaryHtml }
}

const image = 'https://a.example/p.jpg?a=1&b=2'
const shown = '<p><img src="https://a.example/p.jpg?a=1&amp;b=2" alt="" /></p>'
const pictures: [name: string, entry: Partial<Entry>, feed: string | undefined][] = [
  ['before a text without one', { contentHtml: '<p>Low</p>', image }, `${shown}<p>Low</p>`],
  ['before a summary', { summaryHtml: 'Low', image }, `${shown}Low`],
  ['alone', { image }, shown],
  [
    'not where the text has one',
    { contentHtml: '<p><img src="x.png" alt=""></p>', image },
    '<p><img src="x.png" alt=""></p>',
  ],
  ['none', { contentHtml: '<p>Low</p>' }, '<p>Low</p>'],
]

test.each(pictures)('a picture outside the text: %s', async (_name, entry, expected) => {
  const { page, feed } = await renderEntry(entry)
  expect(feed).toBe(expected)
  expect(page.includes('p.jpg?a=1&amp;b=2')).toBe(expected?.includes('p.jpg') ?? false)
})

const file = (url: string, type?: string, length?: number): Enclosure => ({
  url: `https://a.example/${url}`,
  type,
  length,
})
const files: [name: string, file: Enclosure, expected: RegExp][] = [
  [
    'audio',
    file('talk.ogg', 'audio/ogg', 12_345_678),
    /<audio controls preload="none" src="https:\/\/a.example\/talk.ogg"[^>]*><\/audio><a[^>]*>talk.ogg \(audio\/ogg, 12.3 MB\)</,
  ],
  [
    'video',
    file('talk.webm', 'video/webm'),
    /<video controls preload="none" src=[^>]*><\/video><a[^>]*>talk.webm \(video\/webm\)</,
  ],
  ['by its name alone', file('talk.mp3?x'), /<audio controls/],
  ['small', file('notes.pdf', 'application/pdf', 40_321), /<li><a[^>]*>notes.pdf \(application\/pdf, 40 kB\)</],
  ['of some bytes', file('notes.txt', 'text/plain', 9), /\(text\/plain, 1 kB\)/],
  ['of a size that nobody knows', file('notes.pdf', 'application/pdf', 0), />notes.pdf \(application\/pdf\)</],
  [
    'a name that would turn its line around',
    file('a%E2%80%AE3pm.exe', 'application/pdf'),
    /<a[^>]*>a3pm\.exe \(application\/pdf\)</,
  ],
]

test.each(files)('a file: %s', async (_name, enclosure, expected) => {
  const { page } = await renderEntry({ contentHtml: '<p>Low</p>', enclosures: [enclosure] })
  expect(page).toMatch(expected)
})

test('a file that is shown as the picture is no attachment', async () => {
  const { page } = await renderEntry({
    contentHtml: 'Low',
    image,
    enclosures: [{ url: image, type: 'image/jpeg', length: 9 }],
  })
  expect(page).not.toContain('class="enclosures"')
})
