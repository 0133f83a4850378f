import { expect, test } from 'vitest'
import { read } from '../../src/normalize/read/read.ts'

const page = (head: string) => `<!doctype html><html><head><title>Moved</title>${head}</head><body>Moved</body></html>`
const feed = '<link rel="alternate" type="application/rss+xml" href="/rss">'

test.each([
  [
    'to an address',
    '<meta http-equiv="refresh" content="0; url=https://b.example/feed.xml">',
    'https://b.example/feed.xml',
  ],
  ['to a path, in quotes', `<META HTTP-EQUIV=Refresh CONTENT="5;URL='/feed.xml'">`, 'https://a.example/feed.xml'],
  ['to itself, every minute', '<meta http-equiv="refresh" content="60">', undefined],
  ['to itself, by its address', '<meta http-equiv="refresh" content="0; url=https://a.example/old">', undefined],
  ['to a script', '<meta http-equiv="refresh" content="0; url=javascript:alert(1)">', undefined],
  ['beside a feed', `<meta http-equiv="refresh" content="0; url=/x">${feed}`, undefined],
  ['to nowhere', '<meta name="viewport" content="0; url=/x">', undefined],
])('H-22 a web page that sends browsers on, %s', async (_, head, to) => {
  const body = Buffer.from(page(head))
  const result = await read({ body, contentType: 'text/html', baseUrl: 'https://a.example/old' })
  if (result.kind === 'read') throw new Error('a page is no feed')
  expect(/it sends browsers on to (\S+)$/.exec(result.problem.message)?.[1]).toBe(to)
})
