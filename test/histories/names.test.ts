import { expect, test } from 'vitest'
import { openHistory } from './open-history.ts'
import { type Post, post } from './render-feed.ts'

const names = ['constructor', 'toString', '__proto__', 'hasOwnProperty', 'valueOf', '__defineGetter__']

test.each(names)('what every object has is a name like any other: %s', async (name) => {
  const history = await openHistory()
  history.setConfig(`tags: {core: Core}\nfeeds:\n  - {url: /a, tags: [core, "${name.replace(/^_+/, '')}"]}`)
  const ids = [`${name}:x`, name, `${name}:`]
  const posts = ids.map((id, index) => post(`Post ${index}`, `05-0${index + 1}`, { id }))
  history.serve('/a', posts)
  const { feeds } = await history.build('2026-05-10T12:00:00Z')
  expect(feeds).toMatchObject([{ result: 'new-entries', added: 3, problem: undefined }])
  expect((await history.entries()).map((entry) => entry.ids).sort()).toEqual(ids.map((id) => [id]).sort())
  expect(history.titlesOn('index.html')).toEqual(['Post 2', 'Post 1', 'Post 0'])
})

test.each(names)('a feed full of it is read, strictly and loosely: %s', async (name) => {
  const history = await openHistory()
  history.setConfig('feeds:\n  - /a\n  - /b')
  const item = `<item ${name}="1" x:${name}="2" xmlns:x="http://purl.org/rss/2.0/"><guid isPermaLink="false">${name}:1</guid>
    <title>One</title><${name}>x</${name}><pubDate>Fri, 01 May 2026 09:00:00 ${name.slice(0, 5)}</pubDate>
    <category domain="${name}">${name}</category>
    <description>&lt;p ${name}="x">&lt;${name}>Text&lt;/${name}>&lt;/p></description></item>`
  const feed = (more: string) =>
    `<?xml version="1.0"?><rss version="2.0" ${name}="x"><channel><language>${name}</language>${item}${more}</channel></rss>`
  history.serve('/a', feed(''))
  history.serve('/b', feed('<item><title>Cut'))
  const { feeds } = await history.build('2026-05-10T12:00:00Z')
  expect(feeds).toMatchObject([
    { added: 1, problem: undefined },
    { added: 2, problem: undefined },
  ])
})

test('the same ids, in the hands of the one who has them already', async () => {
  const history = await openHistory()
  history.setConfig('feeds:\n  - /a')
  const posts: Post[] = names.map((id, index) => post(`Post ${index}`, `05-0${index + 1}`, { id }))
  history.serve('/a', posts)
  await history.build('2026-05-10T12:00:00Z')
  history.serve(
    '/a',
    posts.map((one) => ({ ...one, text: 'Edited' })),
  )
  const { feeds } = await history.build('2026-05-11T12:00:00Z')
  expect(feeds).toMatchObject([{ added: 0, changed: names.length }])
})
