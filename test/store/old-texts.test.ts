import { createHash } from 'node:crypto'
import path from 'node:path'
import Database from 'libsql'
import { expect, onTestFinished, test } from 'vitest'
import { serveFeeds } from '../cli/serve-feeds.ts'
import { openPlanet } from '../open-planet.ts'

const atom = (word: string) => `<feed xmlns="http://www.w3.org/2005/Atom"><id>urn:f</id><title>F</title>
<entry><id>urn:1</id><title>One</title><link href="https://a.example/1"/><updated>2026-03-01T12:00:00Z</updated>
<summary>Short</summary><content type="html">&lt;p&gt;A "long" ${word}&lt;/p&gt;</content></entry>
<entry><id>urn:2</id><title>Two</title><link href="https://a.example/2"/><updated>2026-03-01T11:00:00Z</updated></entry></feed>`
const json = (title: string) =>
  JSON.stringify({
    ...{ version: 'https://jsonfeed.org/version/1.1', title },
    items: [
      { id: '3', url: 'https://b.example/3', content_html: '<p>Three</p>', summary: 'A third', tags: ['x'] },
      { id: '4', url: 'https://b.example/4', content_text: 'Four\\' },
    ],
  })

type Row = { entry_id: number; entry: string; content: string | null; summary: string | null; isJson: number } & Keys
type Keys = { link_path: string | null; link_key: string | null; title_day: string | null }

/** Put what is stored into the form that it had before texts stood in columns of their own, hashes included. */
function makeOld(file: string): void {
  const database = new Database(file)
  const rows = database
    .prepare(
      `SELECT t.*, e.link_path, e.link_key, e.title_day, f.url LIKE '%json' AS isJson
       FROM texts t JOIN entries e USING (entry_id) JOIN feeds f USING (feed_id)`,
    )
    .all() as Row[]
  for (const row of rows) {
    const { id, link, title, titleHtml, published, updated, sourceHash, ...rest } = JSON.parse(row.entry)
    const [content, summary] = [{ contentHtml: row.content ?? undefined }, { summaryHtml: row.summary ?? undefined }]
    const texts = row.isJson === 1 ? { ...content, ...summary } : { ...summary, ...content }
    const keys = { linkPath: row.link_path, linkKey: row.link_key, titleDay: row.title_day }
    const found = Object.fromEntries(Object.entries(keys).filter(([, key]) => key !== null))
    const seen = { id, link, title, titleHtml, ...texts, ...rest }
    const hash = createHash('sha256')
      .update(JSON.stringify([seen, found]))
      .digest('hex')
    const whole = JSON.stringify({ ...seen, published, updated, sourceHash })
    database
      .prepare('UPDATE texts SET entry = ?, content = NULL, summary = NULL WHERE entry_id = ?')
      .run(whole, row.entry_id)
    database.prepare('UPDATE entries SET entry_hash = ? WHERE entry_id = ?').run(hash, row.entry_id)
  }
  database.close()
}

function readColumns(file: string): Pick<Row, 'content' | 'summary'>[] {
  const database = new Database(file, { readonly: true } as Database.Options)
  const rows = database.prepare('SELECT content, summary FROM texts ORDER BY entry_id').all()
  database.close()
  return rows as Row[]
}

test('what an older version stored is read as it is, counts as unchanged, and is written anew with its next change', async () => {
  const server = await serveFeeds()
  onTestFinished(() => server.close())
  const serve = (word: string, title: string) => {
    server.feeds.set('/atom', (answer) => void answer.writeHead(200).end(atom(word)))
    server.feeds.set('/json', (answer) => void answer.writeHead(200).end(json(title)))
  }
  serve('text', 'F')
  const planet = openPlanet(`feeds:\n  - ${server.url}/atom\n  - ${server.url}/json`, null)
  const file = path.join(planet.folder, '.planet/planet.db')
  await planet.buildAt(0)
  const entries = await planet.entries()
  expect(entries.map(({ contentHtml, summaryHtml }) => [contentHtml, summaryHtml])).toContainEqual([
    '<p>A "long" text</p>',
    'Short',
  ])
  const day = planet.page('index.html')

  makeOld(file)
  expect(await planet.entries()).toEqual(entries)
  serve('text', 'G')
  const { feeds } = await planet.buildAt(60, { refresh: true })
  expect(feeds.map(({ changed, added }) => [changed, added])).toEqual([
    [0, 0],
    [0, 0],
  ])
  expect(readColumns(file)).toEqual(entries.map(() => ({ content: null, summary: null })))
  expect(await planet.entries()).toEqual(entries)

  serve('word', 'G')
  const again = await planet.buildAt(120, { refresh: true })
  expect(again.feeds.map(({ changed }) => changed)).toEqual([1, 0])
  expect(readColumns(file).filter(({ content }) => content !== null)).toEqual([
    { content: '<p>A "long" word</p>', summary: 'Short' },
  ])
  expect(planet.page('index.html').replaceAll('word', 'text')).toContain('<p>A "long" text</p>')
  expect(day).toContain('<p>A "long" text</p>')
})
