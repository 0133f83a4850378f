import path from 'node:path'
import Database from 'libsql'
import { afterEach, expect, test, vi } from 'vitest'
import { pictureStatements } from '../../src/store/picture-statements.ts'
import { writeSqlite } from '../../src/store/write-sqlite.ts'
import { openHistory } from '../histories/open-history.ts'
import { post } from '../histories/render-feed.ts'
import { postgres } from '../place-state.ts'

afterEach(() => vi.restoreAllMocks())

/** Tables that grow with the history, and what queries call them. */
const growing = /^SCAN (entries|e|mine|other|o|texts|t|entry_ids|i|removed|r|files)\b/

/** Read in the order of an index, and ended by LIMIT: the first of it are read, however many there are. */
function isEnded(sql: string, steps: Step[]): boolean {
  const isSorted = steps.some(({ parent, detail }) => parent === 0 && detail.includes('TEMP B-TREE FOR ORDER BY'))
  return /\bLIMIT (\?|\d+)\s*\)?$/i.test(sql.trim()) && !isSorted
}

type Step = { parent: number; detail: string }

/** What SQLite would read; values are of no account. */
function explain(database: Database.Database, sql: string): Step[] {
  const names = [...new Set([...sql.matchAll(/:([a-zA-Z]\w*)/g)].map(([, name = '']) => name))]
  const values =
    names.length > 0 ? [Object.fromEntries(names.map((name) => [name, 1]))] : Array.from(sql.matchAll(/\?/g), () => 1)
  return database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...values) as Step[]
}

function findIndexes(database: Database.Database, sql: string): string[] {
  if (!/^\s*(SELECT|INSERT|UPDATE|DELETE)/i.test(sql)) return []
  return explain(database, sql).flatMap(({ detail }) => /USING (?:COVERING )?INDEX (\w+)/.exec(detail)?.[1] ?? [])
}

/** PostgreSQL's plans have a test of their own. */
const onSqlite = test.skipIf(postgres !== undefined)

onSqlite('no statement of a build walks a table that grows with the history, and no index is for none', async () => {
  const history = await openHistory()
  history.setConfig(
    'defaults: {dates: published, exclude: {title: [advert]}}\narchive: {tags: auto, tag_min: 1, languages: true}\nfeeds:\n  - /a\n  - /b',
  )
  const old = [post('Two', '05-02'), post('One', '05-01')]
  history.serve('/a', old)
  history.serve('/b', [
    post('B', '05-03', { id: 'b', link: 'https://a.example/two' }),
    post('B2', '05-01', { id: 'b2' }),
  ])
  await history.build('2026-05-10T12:00:00Z')

  // News of every kind: new, edited, renamed, deleted, not due, vanished from among its neighbours; then nothing; then its day.
  const statements = new Set<string>()
  const prepare = Database.prototype.prepare
  vi.spyOn(Database.prototype, 'prepare').mockImplementation(function (this: Database.Database, sql: string) {
    statements.add(sql)
    return prepare.call(this, sql)
  })
  const [two, one] = old
  history.serve('/a', {
    posts: [
      post('Soon', '06-01'),
      post('Three', '05-11'),
      { ...two, id: 'renamed', text: 'Edited' },
      { ...one, title: 'Uno' },
    ],
    more: '<at:deleted-entry ref="https://a.example/one" when="2026-05-11T10:00:00Z"/>',
  })
  await history.build('2026-05-11T12:00:00Z')
  await history.build('2026-05-11T13:00:00Z')
  await history.build('2026-06-01T12:00:00Z', { part: 'render' })
  history.setConfig(`archive: {tags: auto, tag_min: 1, languages: true}\nfeeds:\n  - ${history.url('/a')}/\n  - /b`)
  await history.build('2026-06-02T12:00:00Z', { part: 'render' })
  await history.withStore((store) => store.queries.removedSince(new Date(0)))
  history.setConfig(
    `archive: {tags: auto, tag_min: 1, languages: true}\nfeeds:\n  - ${history.url('/a')}/\n  - /b\npurged:\n  - https://a.example/three`,
  )
  await history.build('2026-06-03T12:00:00Z', { part: 'render' })
  vi.restoreAllMocks()
  // All but the first look at what was there before pictures were kept.
  const { allEntries: _first, ...ofPictures } = pictureStatements
  for (const sql of Object.values(ofPictures)) statements.add(writeSqlite(sql))

  expect(statements.size).toBeGreaterThan(40)
  const database = new Database(path.join(history.folder, '.planet/planet.db'))
  // What this looks for is found where it is.
  expect(explain(database, 'SELECT 1 FROM entries WHERE title = ?').some(({ detail }) => growing.test(detail))).toBe(
    true,
  )
  const walks = [...statements]
    .filter((sql) => /^\s*(SELECT|INSERT|UPDATE|DELETE)/i.test(sql))
    .map((sql) => ({ sql, steps: explain(database, sql) }))
    .filter(({ sql, steps }) => steps.some(({ detail }) => growing.test(detail)) && !isEnded(sql, steps))
  expect(walks).toEqual([])

  // An index that no statement of a build uses costs each entry that is stored, and gives nothing.
  const used = new Set([...statements].flatMap((sql) => findIndexes(database, sql)))
  // Of fetchers that share a state in PostgreSQL; empty in SQLite.
  for (const name of ['asks_by_host', 'hosts_by_due']) used.add(name)
  const indexes = database.prepare("SELECT name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL").all()
  expect((indexes as { name: string }[]).map(({ name }) => name).filter((name) => !used.has(name))).toEqual([])
  database.close()
})
