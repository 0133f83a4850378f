import { expect, test } from 'vitest'
import type { ParsedEntry } from '../../src/model.ts'
import { openHistory } from './open-history.ts'
import { post } from './render-feed.ts'

const posts = [
  post('Sponsored talk', '05-06', { category: 'Ads' }),
  post('Vier', '05-05', { language: 'de-AT', author: 'Jürgen' }),
  post('Three', '05-04', { text: '<p>All about <b>Jab</b>ber</p>' }),
  post('Two', '05-03', { category: 'planet' }),
  post('One', '05-02', { author: 'Ann' }),
]

const rows = [
  { name: 'no rule', feed: '', titles: ['Sponsored talk', 'Vier', 'Three', 'Two', 'One'] },
  {
    name: 'a text is contained, case aside',
    feed: 'exclude: {title: [sponsored]}',
    titles: ['Vier', 'Three', 'Two', 'One'],
  },
  { name: 'an expression', feed: 'include: {title: ["/^(two|one)$/i"]}', titles: ['Two', 'One'] },
  { name: 'an expression heeds case', feed: 'include: {title: ["/^(two|One)$/"]}', titles: ['One'] },
  { name: 'the text without its markup', feed: 'include: {content: [jabber]}', titles: ['Three'] },
  { name: 'any of each', feed: 'include: {category: [planet], author: [ann]}', titles: ['Two', 'One'] },
  { name: 'letters with marks', feed: 'include: {author: ["JU\\u0308RGEN"]}', titles: ['Vier'] },
  { name: 'a range of languages', feed: 'include: {language: [de]}', titles: ['Vier'] },
  {
    name: 'a language is no part of another',
    feed: 'exclude: {language: [e]}',
    titles: ['Sponsored talk', 'Vier', 'Three', 'Two', 'One'],
  },
  { name: 'a link', feed: 'exclude: {link: ["/\\\\/t[a-z]+$/"]}', titles: ['Sponsored talk', 'Vier', 'One'] },
  {
    name: 'both lists hold',
    feed: 'include: {language: [en]}\n    exclude: {category: [ads]}',
    titles: ['Three', 'Two', 'One'],
  },
  {
    name: 'those of all feeds hold, too',
    defaults: 'exclude: {category: [ads]}',
    feed: 'exclude: {author: [Ann]}',
    titles: ['Vier', 'Three', 'Two'],
  },
]

test.each(rows)('rules: $name', async ({ feed, defaults, titles }) => {
  const history = await openHistory()
  history.serve('/a', posts)
  history.setConfig(`defaults: {${defaults ?? ''}}\nfeeds:\n  - url: /a\n    ${feed || 'name: A'}`)
  await history.build('2026-05-10T12:00:00Z')
  expect(history.titlesOn('index.html')).toEqual(titles)
})

test('a rule that changes acts on the past, both ways, and asks nobody', async () => {
  const history = await openHistory()
  const configure = (rule: string) => history.setConfig(`feeds:\n  - url: /a\n    name: A\n${rule}  - /b`)
  history.serve('/a', posts)
  history.serve('/b', [post('Sponsored, too', '05-01', { id: 'b', link: 'https://b.example/1' })])
  configure('')
  await history.build('2026-05-10T12:00:00Z')
  expect(history.titlesOn('index.html')).toHaveLength(6)

  configure('    exclude: {title: [sponsored]}\n')
  const hidden = await history.build('2026-05-10T13:00:00Z', { part: 'render', refresh: false })
  expect(hidden.filtered).toEqual({ hidden: 1, back: 0 })
  expect(history.titlesOn('index.html')).toEqual(['Vier', 'Three', 'Two', 'One', 'Sponsored, too'])
  expect(history.titlesOn('2026/05/04/index.html')).toEqual(['Three'])
  expect(() => history.page('2026/05/06/index.html')).toThrow()
  expect(history.page('atom.xml')).not.toContain('Sponsored talk')
  expect(history.page('atom.xml')).not.toContain('deleted-entry')

  configure('    exclude: {title: [two]}\n')
  const other = await history.build('2026-05-10T14:00:00Z', { part: 'render', refresh: false })
  expect(other.filtered).toEqual({ hidden: 1, back: 1 })
  configure('')
  const back = await history.build('2026-05-10T15:00:00Z', { part: 'render', refresh: false })
  expect(back.filtered).toEqual({ hidden: 0, back: 1 })
  expect(history.titlesOn('index.html')).toHaveLength(6)
  expect(history.titlesOn('2026/05/06/index.html')).toEqual(['Sponsored talk'])
})

test('an entry that its author edits is judged anew, and one that stays hidden is no news', async () => {
  const history = await openHistory()
  history.setConfig('feeds:\n  - url: /a\n    exclude: {title: [sponsored]}')
  history.serveWhole('/a', [post('Sponsored', '05-02', { id: '1' }), post('Sound', '05-01', { id: '2' })])
  await history.build('2026-05-10T12:00:00Z')
  expect(history.titlesOn('index.html')).toEqual(['Sound'])
  const again = await history.build('2026-05-10T13:00:00Z')
  expect(again.written).toEqual([])
  expect(again.feeds[0]?.changed).toBe(0)
  history.serveWhole('/a', [post('Not bought', '05-02', { id: '1' }), post('Sound, sponsored', '05-01', { id: '2' })])
  const edited = await history.build('2026-05-10T14:00:00Z')
  expect(history.titlesOn('index.html')).toEqual(['Not bought'])
  // No rule changed.
  expect(edited.filtered).toEqual({ hidden: 0, back: 0 })
})

test('hidden entries take nobody’s place at the front of a new feed', async () => {
  const history = await openHistory()
  history.serve('/b', [post('B', '05-01', { id: 'b', link: 'https://b.example/1' })])
  history.setConfig('feeds:\n  - /b')
  await history.build('2026-05-09T12:00:00Z')
  const many = Array.from({ length: 9 }, (_, index) =>
    post(`${index % 3 ? 'Sponsored' : 'Post'} ${index}`, `05-0${9 - index}`),
  )
  history.serve('/a', many)
  history.setConfig('feeds:\n  - /b\n  - url: /a\n    first: 2\n    exclude: {title: [sponsored]}')
  const report = await history.build('2026-05-10T12:00:00Z')
  expect(history.titlesOn('index.html')).toEqual(['Post 0', 'Post 3', 'B'])
  expect(report.feeds[1]?.heldBack).toBe(1)
  history.setConfig('feeds:\n  - /b\n  - url: /a\n    first: 2')
  await history.build('2026-05-10T13:00:00Z', { part: 'render' })
  expect(history.titlesOn('index.html')).toEqual(['Post 0', 'Sponsored 1', 'Post 3', 'B'])
})

test('a post that waits for its day is judged when that comes', async () => {
  const history = await openHistory()
  history.setConfig('defaults: {dates: published}\nfeeds:\n  - url: /a\n    exclude: {title: [sponsored]}')
  history.serve('/a', [post('Sponsored soon', '05-20'), post('One', '05-01')])
  await history.build('2026-05-10T12:00:00Z')
  await history.build('2026-05-21T12:00:00Z', { part: 'render' })
  expect(history.titlesOn('index.html')).toEqual(['One'])
})

test('where no rule changed, nothing of the history is judged again', async () => {
  const history = await openHistory()
  history.serve(
    '/a',
    Array.from({ length: 300 }, (_, index) => post(`Post ${index}`, '05-01', { text: `Text ${index}` })),
  )
  history.setConfig('feeds:\n  - /a')
  await history.build('2026-05-10T12:00:00Z')
  let judged = 0
  const hides = (entry: ParsedEntry) => {
    judged += 1
    return entry.title === 'Post 7'
  }
  const judgeWith = (hash: string) =>
    history.withStore(async (store) => {
      judged = 0
      await store.judgeEntries(new Map([[history.url('/a'), { hash, hides }]]), new Date('2026-05-11'))
      return judged
    })
  expect(await judgeWith('one')).toBe(300)
  expect(await judgeWith('one')).toBe(0)
  history.serve('/a', [post('Post 301', '05-10')])
  history.setConfig('feeds:\n  - url: /a\n    exclude: {title: [Post 7]}')
  expect(await judgeWith('two')).toBe(300)
})
