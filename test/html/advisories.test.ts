import { readFileSync } from 'node:fs'
import { Readable } from 'node:stream'
import zlib from 'node:zlib'
import { expect, test } from 'vitest'
import { readBody } from '../../src/fetch/read-body.ts'
import { makeHtml } from '../../src/html/make-html.ts'
import { parseStrict } from '../../src/normalize/read/xml/parse-strict.ts'
import { openTemplates } from '../../src/render/theme/open-templates.ts'
import { judgeHtml } from './judge-html.ts'

/** Each published advisory of a package that we use, and what it needs to do harm: rebuilt against what we ship. */
const html: [advisory: string, source: string][] = [
  ['CVE-2026-44990', '<xmp><img src=x onerror="pwned()"></xmp>'],
  ['CVE-2026-44990', '<xmp>&lt;img src=x onerror=pwned()&gt;</xmp><p>after</p>'],
  ['GHSA-xc6g-ggrc-qq4r', '!<textarea>&lt;/textarea&gt;&lt;svg/onload=pwned()&gt;</textarea>!'],
  [
    'GHSA, 2.17.6',
    '<video poster="javascript:pwned()" src="javascript:pwned()"></video><p background="javascript:pwned()">x</p>',
  ],
  ['GHSA, 2.17.6', '<form action="javascript:pwned()"><button formaction="javascript:pwned()">x</button></form>'],
  [
    '2.17.6',
    '<svg><textarea><img src=x onerror="pwned()"></textarea></svg><math><xmp><img src=x onerror="pwned()"></xmp></math>',
  ],
  [
    'GHSA-g8qq-57p8-ggw5',
    '<svg><a><animate attributeName="href" values="javascript:pwned()" /><text>x</text></a></svg>',
  ],
  ['2.17.3', '<select><option>&lt;img src=x onerror=pwned()&gt;</option></select>'],
  ['2.17.2', '<a href="&#0000001;java&#0000009;script:pwned()">x</a><a href="&#0000106;avascript:pwned()">y</a>'],
  ['GHSA-rm97-x556-q36h', '<p style="color: red; /*# sourceMappingURL=/etc/passwd */">x</p>'],
]

test.each(html)('sanitize-html, %s: %s', (_, source) => {
  const clean = makeHtml(source, 'https://blog.example/', () => {}) ?? ''
  expect(judgeHtml(clean)).toEqual([])
  expect(clean).not.toMatch(/<[^>]*pwned|style|sourceMappingURL/)
})

test('xml2js, CVE-2023-0842: a name that every object has is a name', async () => {
  const root = await parseStrict(
    '<rss __proto__="x" version="2.0"><__proto__ polluted="1"><polluted>2</polluted></__proto__></rss>',
  )
  expect(({} as { polluted?: string }).polluted).toBeUndefined()
  expect(root.children).toMatchObject([{ name: '__proto__', children: [{ name: 'polluted', children: ['2'] }] }])
})

test('nunjucks, CVE-2023-2142: a backslash before a quote opens nothing', () => {
  const text = '<a title="{{ one }}" rel="{{ two }}">x</a>'
  const templates = openTemplates({ sources: new Map([['a.njk', { text, file: 'a.njk' }]]), isOwn: false })
  const view = { one: 'x\\', two: '" onclick="pwned()\\' }
  expect(templates.render('a.njk', view, () => '')).not.toMatch(/\\|" onclick/)
})

test('undici, CVE-2026-22036: packings upon packings are refused, before one is undone', async () => {
  const packed = Array.from({ length: 6 }, () => 0).reduce((body) => zlib.gzipSync(body), Buffer.from('<feed/>'))
  const encodings = Array(6).fill('gzip').join(', ')
  await expect(readBody(Readable.from([packed]), encodings, 100_000, AbortSignal.timeout(5000))).rejects.toThrow(
    'is packed more than three times over',
  )
})

test('every package of docs/sanitising.md has at least the version that is safe', () => {
  const installed = (name: string) => {
    const { version } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')) as { version: string }
    return version.split('.').map(Number)
  }
  const rows = [
    ...readFileSync('docs/sanitising.md', 'utf8').matchAll(/^\| `([a-z0-9-]+)` \| [^|]* \| (\d+)\.(\d+)\.(\d+) \|/gm),
  ]
  expect(rows.length).toBeGreaterThan(6)
  for (const [row, name = '', ...safe] of rows) {
    const [have, least] = [installed(name), safe.map(Number)]
    const first = have.findIndex((part, index) => part !== least[index])
    expect(first === -1 || (have[first] ?? 0) > (least[first] ?? 0), row).toBe(true)
  }
})
