import { expect, test } from 'vitest'
import { judgeMarkup } from '../pages/judge-markup.ts'
import { openHistory } from './open-history.ts'
import { post } from './render-feed.ts'

const by = (blog: string, day: string, category: string, language = 'en') =>
  post(`${category} of ${blog}`, day, {
    id: `${blog}${day}`,
    link: `https://${blog}.example/${day}`,
    category,
    language,
  })

test('tags: auto makes tags of categories that enough blogs use, and unmakes them', async () => {
  const history = await openHistory()
  const configure = (archive: string, more = '') =>
    history.setConfig(`archive: {${archive}}\nfeeds:\n  - url: /a\n    tags: [Own]\n  - /b\n  - /c${more}`)
  history.serve('/a', [by('a', '05-09', 'XMPP'), by('a', '05-08', 'own'), by('a', '05-07', 'Uncategorized')])
  history.serve('/b', [by('b', '05-09', 'xmpp'), by('b', '05-08', 'own'), by('b', '05-07', 'uncategorized')])
  history.serve('/c', [by('c', '05-09', 'Python'), by('c', '05-08', 'a/b')])
  configure('tags: auto, tag_min: 2')
  await history.build('2026-05-10T12:00:00Z')
  expect(
    history
      .titlesOn('tag/xmpp/index.html')
      .concat(history.page('tag/xmpp/index.html').match(/XMPP of a|xmpp of b/g) ?? []),
  ).toEqual(expect.arrayContaining(['XMPP of a', 'xmpp of b']))
  expect(history.page('tag/xmpp/atom.xml')).toContain('xmpp of b')
  expect(judgeMarkup(history.page('tag/xmpp/index.html'))).toEqual([])
  expect(judgeMarkup(history.page('archive/index.html'))).toEqual([])
  for (const page of ['index.html', 'archive/index.html'])
    expect(history.page(page)).toContain('tag/xmpp/index.html" dir="auto">XMPP</a>')
  for (const tag of ['python', 'own', 'uncategorized']) expect(() => history.page(`tag/${tag}/index.html`)).toThrow()
  // The operator's own stays what it is.
  expect(history.page('tag/Own/index.html')).toContain('XMPP of a')

  // Another blog takes a category up: it is a tag from now on. One edits its own away: it is none any more.
  history.serve('/b', [by('b', '05-10', 'python'), by('b', '05-09', 'other'), by('b', '05-08', 'own')])
  const news = await history.build('2026-05-11T12:00:00Z')
  expect(history.page('tag/python/index.html')).toContain('Python of c')
  expect(news.deleted.sort()).toEqual(['tag/xmpp/atom.xml', 'tag/xmpp/index.html'])
  const still = await history.build('2026-05-11T13:00:00Z')
  expect(still.written).toEqual([])

  configure('tags: true')
  const gone = await history.build('2026-05-11T14:00:00Z', { part: 'render' })
  expect(gone.deleted.sort()).toEqual(['tag/python/atom.xml', 'tag/python/index.html'])
})

test('categories that nobody has any more are forgotten: a feed may name its posts’ anew at every poll', async () => {
  const history = await openHistory()
  history.setConfig('archive: {tags: auto, tag_min: 1}\nfeeds:\n  - /a')
  for (const hour of [12, 13, 14]) {
    history.serve('/a', [by('a', '05-09', `Number ${hour}`)])
    await history.build(`2026-05-10T${hour}:00:00Z`)
  }
  expect(await history.withStore((store) => store.queries.touchedTopicsSince(0))).toEqual(['tag:number 14'])
  expect(history.page('tag/number 14/index.html')).toContain('Number 14 of a')
  for (const hour of [12, 13]) expect(() => history.page(`tag/number ${hour}/index.html`)).toThrow()
})

test('what rules hide, and what is taken down, is on no page of its category', async () => {
  const history = await openHistory()
  history.serve('/a', [by('a', '05-09', 'XMPP')])
  history.serve('/b', [by('b', '05-09', 'XMPP'), by('b', '05-08', 'XMPP')])
  const configure = (more: string) =>
    history.setConfig(`archive: {tags: auto, tag_min: 2}\nfeeds:\n  - /a\n  - url: /b\n    name: B${more}`)
  configure('')
  await history.build('2026-05-10T12:00:00Z')
  configure('\n    exclude: {link: ["05-09"]}')
  await history.build('2026-05-10T13:00:00Z', { part: 'render' })
  expect(history.page('tag/xmpp/index.html')).not.toContain('https://b.example/05-09')
  expect(history.page('tag/xmpp/index.html')).toContain('https://b.example/05-08')
  configure('\n    exclude: {link: ["05-09"]}\npurged:\n  - https://b.example/05-08')
  await history.build('2026-05-10T14:00:00Z', { part: 'render' })
  expect(() => history.page('tag/xmpp/index.html')).toThrow()
})

test('languages have pages and feeds where there are several', async () => {
  const history = await openHistory()
  const lines = 'archive: {languages: true}\nfeeds:\n  - /a\n  - /b'
  history.setConfig(lines)
  history.serve('/a', [by('a', '05-09', 'one', 'en'), by('a', '05-08', 'zwei', 'de-AT')])
  history.serve('/b', [by('b', '05-09', 'drei', 'de')])
  await history.build('2026-05-10T12:00:00Z')
  expect(history.titlesOn('lang/de/index.html')).toEqual(['drei of b', 'zwei of a'])
  expect(history.titlesOn('lang/en/index.html')).toEqual(['one of a'])
  expect(history.page('lang/de/atom.xml')).toContain('zwei of a')
  expect(history.page('lang/de/index.html')).toContain('<h1 class="p-name" lang="de" dir="ltr">Deutsch</h1>')
  expect(judgeMarkup(history.page('lang/de/index.html'))).toEqual([])
  expect(history.page('index.html')).toContain('<a href="lang/de/index.html" dir="auto">Deutsch</a>')
  expect(judgeMarkup(history.page('index.html'))).toEqual([])
  history.setConfig(`${lines}\npurged:\n  - https://a.example/05-09`)
  await history.build('2026-05-10T13:00:00Z', { part: 'render' })
  expect(() => history.page('lang/de/index.html')).toThrow()
  expect(() => history.page('lang/en/atom.xml')).toThrow()
})
