import { expect, test } from 'vitest'
import { openHistory } from './open-history.ts'
import { post } from './render-feed.ts'

const rows = [
  { name: 'dates: a post that waits for its day is shown', before: 'dates: published', after: 'dates: first-seen' },
  { name: 'dates of all feeds', before: '', defaultsBefore: 'published', after: '', defaultsAfter: 'trust' },
]

test.each(rows)('an option takes effect though the feed says nothing new: $name', async (row) => {
  const history = await openHistory()
  const configure = (option: string, dates = 'trust') =>
    history.setConfig(`defaults: {dates: ${dates}}\nfeeds:\n  - url: /a\n    ${option || 'name: A'}`)
  history.serveWhole('/a', [post('Soon', '05-20'), post('One', '05-01')])
  configure(row.before, row.defaultsBefore)
  await history.build('2026-05-10T12:00:00Z')
  expect(history.titlesOn('index.html')).toEqual(['One'])
  await history.build('2026-05-10T14:00:00Z')
  expect(history.titlesOn('index.html')).toEqual(['One'])
  configure(row.after, row.defaultsAfter)
  await history.build('2026-05-10T16:00:00Z')
  expect(history.titlesOn('index.html')).toEqual(['Soon', 'One'])
})
