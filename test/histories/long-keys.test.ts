import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { openHistory } from './open-history.ts'
import { type Post, post } from './render-feed.ts'

/** Letters that no database packs into less: an index of PostgreSQL takes 2,704 bytes. */
function noise(letters: number): string {
  let text = ''
  while (text.length < letters) text += createHash('sha256').update(text).digest('hex')
  return text.slice(0, letters)
}
const chinese = [...noise(3990)]
  .map((letter, at) => String.fromCodePoint(0x4e00 + letter.charCodeAt(0) * 100 + (at % 97)))
  .join('')
const link = `https://e.example/${noise(3900)}`

const rows: { name: string; posts: Post[] }[] = [
  { name: 'a link of 4,000 letters', posts: [{ id: 'e-1', link }] },
  {
    name: 'a link of 4,000 letters that two entries share',
    posts: [
      { id: 'e-1', link },
      { id: 'e-2', link },
    ],
  },
  { name: 'a title of 4,000 letters', posts: [{ id: 'e-1', title: noise(3990) }] },
  { name: 'a title of 4,000 Chinese letters', posts: [{ id: 'e-1', title: chinese }] },
  { name: 'an id of 4,000 letters', posts: [{ id: noise(3990) }] },
  { name: 'no id, and a link of 4,000 letters', posts: [{ link }] },
]

test.each(rows)('K-20 a feed is stored, whatever of an entry is long, and can be purged: $name', async ({ posts }) => {
  const history = await openHistory()
  history.setConfig('feeds:\n  - /a\n  - /e')
  history.serve('/a', [post('Ours', '05-01')])
  const long = posts.map((more, at) => post(`L${at}`, '05-02', { link: `https://e.example/l${at}`, ...more }))
  history.serve('/e', [...long, post('Beside', '05-02', { id: 'b', link: 'https://e.example/b' })])
  const { feeds } = await history.build('2026-05-10T12:00:00Z')
  expect(feeds.map(({ result, added }) => `${result} ${added}`)).toEqual([
    'new-entries 1',
    `new-entries ${posts.length + 1}`,
  ])
  // As it was when nothing has changed.
  history.serveWhole('/e', [...long, post('Beside', '05-02', { id: 'b', link: 'https://e.example/b' })])
  const again = await history.build('2026-05-11T12:00:00Z')
  expect(again.feeds.map(({ added, changed }) => added + changed)).toEqual([0, 0])
  if (posts[0]?.link === undefined) return
  history.setConfig(`feeds:\n  - /a\n  - /e\npurged:\n  - ${link}`)
  await history.build('2026-05-12T12:00:00Z')
  expect(history.titlesOn('index.html')).toEqual(['Beside', 'Ours'])
})
