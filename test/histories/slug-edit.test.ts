import { expect, test } from 'vitest'
import { openHistory } from './open-history.ts'
import { post } from './render-feed.ts'

const text = `<p>${'A post with some length to it, which nobody writes twice on one day by chance. '.repeat(4)}</p>`
const before = post('Relase notes', '05-04', { text })
const after = post('Release notes', '05-04', { text, date: '2026-05-04T10:30:00Z' })
const around = [post('Newer', '05-05'), post('Older', '05-01')]

const rows = [
  {
    name: 'another address and title, the same text and day',
    second: after,
    titles: ['Newer', 'Release notes', 'Older'],
  },
  {
    name: 'its text was edited, too',
    second: { ...after, text: `${text}<p>More.</p>` },
    titles: ['Newer', 'Release notes', 'Relase notes', 'Older'],
  },
  {
    name: 'another day',
    second: { ...after, date: '2026-05-06T09:00:00Z' },
    titles: ['Release notes', 'Newer', 'Relase notes', 'Older'],
  },
]

test.each(rows)('a post that is published again is one post: $name', async ({ second, titles }) => {
  const history = await openHistory()
  history.setConfig('feeds:\n  - /a')
  const [newer, older] = around
  history.serve(
    '/a',
    [newer, before, older].filter((one) => one !== undefined),
  )
  await history.build('2026-05-07T12:00:00Z')
  history.serve(
    '/a',
    [newer, second, older].filter((one) => one !== undefined),
  )
  await history.build('2026-05-07T13:00:00Z')
  expect(history.titlesOn('index.html')).toEqual(titles)
})

test('a short text says nothing, and what has left its feed in the course of time is not another', async () => {
  const history = await openHistory()
  history.setConfig('defaults: {takeover: ignore}\nfeeds:\n  - /a')
  const short = { text: '<p>Build succeeded.</p>' }
  history.serve('/a', [post('Build 1', '05-04', short), post('Older', '05-01')])
  await history.build('2026-05-07T12:00:00Z')
  history.serve('/a', [post('Build 2', '05-04', short), post('Older', '05-01')])
  await history.build('2026-05-07T13:00:00Z')
  expect(history.titlesOn('index.html').sort()).toEqual(['Build 1', 'Build 2', 'Older'])

  const daily = (title: string, time: string) => post(title, '05-06', { text, date: `2026-05-06T${time}:00Z` })
  history.serve('/a', [daily('Eight', '08:00')])
  await history.build('2026-05-07T14:00:00Z')
  history.serve('/a', [daily('Nine', '09:00')])
  await history.build('2026-05-07T15:00:00Z')
  expect(history.titlesOn('index.html').slice(0, 2)).toEqual(['Nine', 'Eight'])
})
