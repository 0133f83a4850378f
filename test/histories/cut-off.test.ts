import { expect, test } from 'vitest'
import { openHistory } from './open-history.ts'
import { post, renderFeed } from './render-feed.ts'

const posts = ['Two', 'One'].map((title, index) =>
  post(title, `05-0${2 - index}`, { text: `${title} begins here, and ends there.` }),
)

test('K-07 of a post in whose middle its feed is cut off, the text that we have stays; of a new one, what came is shown', async () => {
  const history = await openHistory()
  history.setConfig('feeds:\n  - /a')
  const whole = renderFeed('/a', posts)
  const serve = (end: string) => history.serve('/a', whole.slice(0, whole.indexOf(end) + end.length))
  serve('Two begins here')
  await history.build('2026-05-10T12:00:00Z')
  expect(history.page('atom.xml')).toMatch(/Two begins here(?!,)/)
  serve('</rss>')
  await history.build('2026-05-11T12:00:00Z')
  serve('Two begins here')
  const { written } = await history.build('2026-05-12T12:00:00Z')
  expect(written).toEqual([])
  expect(history.page('atom.xml')).toContain('Two begins here, and ends there.')
  expect(history.page('atom.xml')).toContain('One begins here, and ends there.')
})

test('K-07 a feed whose program never closes its last post: an edit of it is one, and half of it is none', async () => {
  const history = await openHistory()
  history.setConfig('feeds:\n  - /a')
  const serve = (text: string, end: string) => {
    const [two, one] = posts
    const whole = renderFeed('/a', [two ?? {}, { ...one, text }])
    history.serve('/a', whole.slice(0, whole.lastIndexOf(end)))
  }
  serve('One begins here, and ends there.', '</item>')
  await history.build('2026-05-10T12:00:00Z')
  serve('One begins otherwise, and ends there.', '</item>')
  await history.build('2026-05-11T12:00:00Z')
  expect(history.page('atom.xml')).toContain('One begins otherwise, and ends there.')
  serve('One begins once more, and ends there.', '<description>')
  await history.build('2026-05-12T12:00:00Z')
  serve('One begins once more, and ends there.', ', and ends')
  await history.build('2026-05-13T12:00:00Z')
  expect(history.page('atom.xml')).toContain('One begins otherwise, and ends there.')
})
