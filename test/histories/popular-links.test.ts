import { expect, test } from 'vitest'
import { judgeMarkup } from '../pages/judge-markup.ts'
import { openHistory } from './open-history.ts'
import { post } from './render-feed.ts'

const linkTo = (...urls: string[]) => urls.map((url) => `<p><a href="${url}">On ${url.length} things</a></p>`).join('')
const about = (blog: string, day: string, ...urls: string[]) =>
  post(`Of ${blog}`, day, { id: `${blog}${day}`, link: `https://${blog}.example/${day}`, text: linkTo(...urls) })

test('/links/ has what the most blogs link to, each blog once, its own aside', async () => {
  const history = await openHistory()
  const configure = (links: string) => history.setConfig(`archive: {links: ${links}}\nfeeds:\n  - /a\n  - /b\n  - /c`)
  const news = 'https://news.example/big?a=1&b=2'
  history.serve('/a', [
    about('a', '05-09', news, 'https://other.example/'),
    about('a', '05-08', news, 'https://alone.example/', 'https://alone.example/x'),
    about('a', '05-07', 'https://b.example/a-post'),
  ])
  history.serve('/b', [
    about(
      'b',
      '05-09',
      'http://www.news.example/big/?b=2&utm_source=b'.replace('/?b=2', '?a=1&b=2'),
      'https://other.example/#top',
    ),
    about('b', '04-20', 'https://old.example/'),
  ])
  history.serve('/c', [about('c', '05-06', news, 'https://b.example/a-post', 'https://old.example/')])
  configure('week')
  await history.build('2026-05-10T12:00:00Z')
  const page = history.page('links/index.html')
  const headings = [...page.matchAll(/<h2[^>]*><a href="([^"]*)"/g)].map(([, url]) => url)
  expect(headings).toEqual(['https://news.example/big?a=1&amp;b=2', 'https://other.example/'])
  expect(page).toContain('<bdi>news.example</bdi> · 3 blogs')
  expect(page).toContain('within a week')
  expect(judgeMarkup(page)).toEqual([])
  expect(history.page('index.html')).toContain('<a href="links/index.html">Popular links</a>')

  configure('month')
  await history.build('2026-05-10T13:00:00Z', { part: 'render' })
  expect(history.page('links/index.html')).toContain('https://old.example/')
  configure('none')
  const gone = await history.build('2026-05-10T14:00:00Z', { part: 'render' })
  expect(gone.deleted).toEqual(['links/index.html'])
})

test('/links/ follows what is taken down, and says so where there is nothing', async () => {
  const history = await openHistory()
  const url = 'https://news.example/big'
  history.serve('/a', [about('a', '05-09', url)])
  history.serve('/b', [about('b', '05-09', url)])
  history.setConfig('archive: {links: week}\nfeeds:\n  - /a\n  - /b')
  await history.build('2026-05-10T12:00:00Z')
  expect(history.page('links/index.html')).toContain(url)
  history.setConfig('archive: {links: week}\nfeeds:\n  - /a\n  - /b\npurged:\n  - https://b.example/05-09')
  await history.build('2026-05-10T13:00:00Z', { part: 'render' })
  expect(history.page('links/index.html')).not.toContain(url)
  expect(history.page('links/index.html')).toContain('No posts so far.')
})

test('P-05 /links/ names a note by its first words', async () => {
  const history = await openHistory()
  const url = 'https://news.example/big'
  history.serve('/a', [{ ...about('a', '05-09', url), title: '' }])
  history.serve('/b', [about('b', '05-09', url)])
  history.setConfig('archive: {links: week}\nfeeds:\n  - /a\n  - /b')
  await history.build('2026-05-10T12:00:00Z')
  expect(history.page('links/index.html')).toContain('>“On 24 things”</a>')
})
