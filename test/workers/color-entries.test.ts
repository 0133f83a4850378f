import { expect, test } from 'vitest'
import { makeHtml } from '../../src/html/make-html.ts'
import { openParserPool } from '../../src/workers/open-parser-pool.ts'

const feed = (html: string) =>
  `<feed xmlns="http://www.w3.org/2005/Atom"><title>A</title><id>urn:a</id><updated>2020-01-01T00:00:00Z</updated><entry><id>urn:b</id><title>B</title><updated>2020-01-01T00:00:00Z</updated><content type="html">${html.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</content></entry></feed>`

async function readAndRenew(html: string) {
  const pool = openParserPool()
  try {
    const read = await pool.read({
      body: new TextEncoder().encode(feed(html)),
      contentType: undefined,
      baseUrl: 'https://a.example/feed',
    })
    const entries = read.kind === 'read' ? read.feed.entries : []
    const renewed = await pool.renew(entries)
    return { entries, renewed: renewed.kind === 'renewed' ? renewed.entries : [] }
  } finally {
    await pool.close()
  }
}

test('code is in color once an entry is read, and stays so when it is renewed', async () => {
  const { entries, renewed } = await readAndRenew('<p>x</p><pre><code class="language-ts">let a = 1</code></pre>')
  expect(entries[0]?.contentHtml).toContain('<span class="hl-k">let</span>')
  expect(renewed).toEqual(entries)
})

// Each of these takes a grammar time by the square of its length.
test.each([
  ['java', '{$'],
  ['haskell', '(\n'],
])('code that is written to take long takes a bounded time, and is read: %s', async (language, piece) => {
  const block = `<pre class="language-${language}">${piece.repeat(3_900)}</pre>`
  const html = block.repeat(50)
  const { entries } = await readAndRenew(html)
  const letters = (text: string) => text.replace(/<[^>]*>/g, '')
  expect(letters(entries[0]?.contentHtml ?? '')).toBe(letters(makeHtml(html, undefined, () => {}) ?? ''))
  expect(entries[0]?.contentHtml?.split('class="language-')).toHaveLength(51)
})
