import { expect, test } from 'vitest'
import { openHistory } from './open-history.ts'
import { post } from './render-feed.ts'

const paragraphs = Array.from({ length: 20 }, (_, index) => `<p>Paragraph ${index} has its own five words.</p>`).join(
  '',
)
const long = `${paragraphs}<p>The end of it.</p>`
const endless = `<p>${'word '.repeat(400)}The end of it.</p>`

/** Every file that shows entries: pages and feeds of each kind. */
const shows = [
  'index.html',
  '2026/05/04/index.html',
  'blog/a/index.html',
  'atom.xml',
  'rss.xml',
  'feed.json',
  'blog/a/atom.xml',
]

const contents = [
  {
    name: 'a summary ends after some words',
    content: 'summary',
    text: long,
    has: 'Paragraph 1 ',
    lacks: 'The end of it',
  },
  {
    name: 'a summary of one long paragraph ends, too',
    content: 'summary',
    text: endless,
    has: 'word word',
    lacks: 'The end of it',
  },
  { name: 'a title', content: 'title', text: long, has: 'Long', lacks: 'Paragraph' },
  { name: 'a short text is whole', content: 'summary', text: '<p>All.</p>', has: 'All.', lacks: 'class="more"' },
  { name: 'full', content: 'full', text: long, has: 'The end of it', lacks: 'class="more"' },
]

test.each(contents)('content of one feed holds on every page and in every feed: $name', async (row) => {
  const history = await openHistory()
  const configure = (content: string) =>
    history.setConfig(`archive: {pages: [day]}\nfeeds:\n  - url: /a\n    name: A\n    content: ${content}`)
  history.serve('/a', [post('Long', '05-04', { text: row.text })])
  configure('full')
  await history.build('2026-05-10T12:00:00Z')
  configure(row.content)
  // Nothing is read again for it.
  await history.build('2026-05-10T13:00:00Z', { part: 'render' })
  for (const file of shows) {
    expect(history.page(file), file).toContain(row.has)
    expect(history.page(file), file).not.toContain(row.lacks)
  }
})

test('the rest of a summary is at the blog', async () => {
  const history = await openHistory()
  history.serve('/a', [post('Long', '05-04', { text: long })])
  history.setConfig('defaults: {content: summary}\nfeeds:\n  - /a')
  await history.build('2026-05-10T12:00:00Z')
  for (const page of ['index.html', '2026/05/04/index.html']) {
    expect(history.page(page)).toMatch(
      /<p class="more"><a href="https:\/\/a\.example\/long">Read on \(\d+ words[^<]*<\/a>/,
    )
  }
})

test('max_entries bounds a feed on the front page alone', async () => {
  const history = await openHistory()
  history.serve(
    '/a',
    Array.from({ length: 6 }, (_, index) => post(`A ${index}`, `05-0${9 - index}`)),
  )
  history.serve('/b', [post('B', '05-01', { id: 'b', link: 'https://b.example/1' })])
  history.setConfig('feeds:\n  - url: /a\n    name: A\n    max_entries: 2\n  - /b')
  await history.build('2026-05-10T12:00:00Z')
  expect(history.titlesOn('index.html')).toEqual(['A 0', 'A 1', 'B'])
  expect(history.ids()).toHaveLength(7)
  // With few places as with many, and where nobody else has entries for them.
  history.setConfig('feeds:\n  - url: /a\n    name: A\n    max_entries: 2\n  - /b', 'entries: 5')
  await history.build('2026-05-10T13:00:00Z', { part: 'render' })
  expect(history.titlesOn('index.html')).toEqual(['A 0', 'A 1', 'B'])
  history.setConfig('feeds:\n  - url: /a\n    name: A\n    max_entries: 0\n  - /b')
  await history.build('2026-05-10T14:00:00Z', { part: 'render' })
  expect(history.titlesOn('index.html')).toEqual(['B'])
})

test('author_force names one author of all, and a note is published nowhere', async () => {
  const history = await openHistory()
  history.serve('/a', [post('One', '05-04', { author: 'admin' })])
  history.setConfig(
    'feeds:\n  - url: /a\n    name: A\n    author: Bob\n    author_force: true\n    note: a word to myself',
  )
  const report = await history.build('2026-05-10T12:00:00Z')
  for (const file of report.written) {
    expect(history.page(file), file).not.toContain('a word to myself')
    expect(history.page(file), file).not.toContain('>admin<')
  }
  for (const file of ['index.html', '2026/05/index.html', 'atom.xml', 'feed.json'])
    expect(history.page(file)).toContain('Bob')
})
