import { readFileSync } from 'node:fs'
import { checkHtml } from '../src/html/check-html.ts'
import { makeHtml } from '../src/html/make-html.ts'

/**
 * Milliseconds of CPU for a megabyte of posts: with our sanitiser, with ours and its second look, and with sanitize-html alone, by the same
 * table.
 */
const page = readFileSync(new URL('../docs/sanitising.md', import.meta.url), 'utf8')
const words = page
  .replace(/[<>&`|]/g, ' ')
  .split(/\s+/)
  .slice(0, 300)
  .join(' ')
const post =
  `<h2 class="wp-block-heading">A &amp; B</h2><p class="x">${words} <a href="/tables">tables</a> say <em>when</em></p>` +
  '<figure class="wp-block-image"><img decoding="async" width="640" height="480" src="/a/b.jpg?x=1&amp;y=2" alt="A pier" ' +
  'class="wp-image-1" srcset="/a/b.jpg 640w, /a/b-300.jpg 300w" sizes="(max-width: 640px) 100vw, 640px"></figure>' +
  '<ul><li>One &amp; two</li><li><a href="https://x.example/three">three</a></li></ul>' +
  '<pre><code class="language-ts">const a = 1 &lt; 2</code></pre>'
const posts = Array.from({ length: 100 }, (_, number) => `${post.repeat(3)}<p>${number}</p>`)
const doubtful = posts.map((html) => `${html}<script>x()</script>`)
const megabytes = posts.reduce((sum, html) => sum + html.length, 0) / 1e6
const base = 'https://a.example/post/'
const say = () => {}

const ways: [name: string, run: () => void][] = [
  ['made', () => posts.forEach((html) => void makeHtml(html, base, say))],
  ['made, with the second look', () => doubtful.forEach((html) => void makeHtml(html, base, say))],
  ['sanitize-html alone', () => posts.forEach((html) => void checkHtml(html))],
]
for (const [name, run] of ways) {
  run()
  const times = Array.from({ length: 9 }, () => {
    const before = process.cpuUsage()
    run()
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1000 / megabytes
  }).sort((a, b) => a - b)
  console.log(`${name.padEnd(28)} ${times[4]?.toFixed(0)} ms/MB; least ${times[0]?.toFixed(0)}`)
}
