import path from 'node:path'
import pg from 'pg'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { PostgresPlace } from '../../src/store/store.ts'
import { openHistory } from '../histories/open-history.ts'
import { post } from '../histories/render-feed.ts'
import { placeState, postgres, withPostgres } from '../place-state.ts'

afterEach(() => vi.restoreAllMocks())

/** Entries that the state has from before. */
const old = 20_000
/** Rows that one step of a plan may read: what the numbers of the last twelve months count. A walk reads 5,000 and more. */
const enough = 4000
/** Tables that grow with the history. `files` and `rendered` do, too, and are read as a whole where pages are written. */
const growing = /^(entries|texts|entry_ids|removed|missing|shaped|entry_topics|pictures|entry_pictures)$/

type Node = {
  'Node Type': string
  'Relation Name'?: string
  'Actual Rows': number
  'Actual Loops': number
  'Rows Removed by Filter'?: number
  'Rows Removed by Index Recheck'?: number
  Plans?: Node[]
}
type Told = { sql: string; node: Node }

/** What each statement read, as the server tells it of every connection that is opened from now on. */
function listen(): Told[] {
  const told: Told[] = []
  const connect = pg.Client.prototype.connect as () => Promise<pg.Client>
  const settings = ['min_duration=0', 'analyze=on', 'timing=off', 'format=json', 'level=warning']
  vi.spyOn(pg.Client.prototype, 'connect').mockImplementation(async function (this: pg.Client) {
    await connect.call(this)
    this.on('notice', ({ message = '' }) => {
      const plan = /^duration: .* plan:\n([\s\S]*)$/.exec(message)?.[1]
      if (plan === undefined) return
      const { 'Query Text': sql, Plan: node } = JSON.parse(plan) as { 'Query Text': string; Plan: Node }
      told.push({ sql, node })
    })
    await this.query(["LOAD 'auto_explain'", ...settings.map((one) => `SET auto_explain.log_${one}`)].join('; '))
  })
  return told
}

/** Steps that read more of a table that grows than a build should, however they end. */
function findWalks({ sql, node }: Told): string[] {
  const per = node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0)
  const rows = per * node['Actual Loops']
  const table = node['Relation Name'] ?? ''
  const own =
    growing.test(table) && / Scan$/.test(node['Node Type']) && rows > enough
      ? [`${node['Node Type']} on ${table} reads ${rows} rows: ${sql.replaceAll(/\s+/g, ' ')}`]
      : []
  return [...own, ...(node.Plans ?? []).flatMap((inner) => findWalks({ sql, node: inner }))]
}

/**
 * A history of many entries, of two feeds that have all kinds of them: titled, without a title, without a link, removed, vanished,
 * with topics. The server knows of them what ANALYZE finds.
 */
async function fill(schema: string): Promise<void> {
  await withPostgres(async (client) => {
    await client.query(`SET search_path TO ${schema}`)
    await client.query(`
      INSERT INTO entries (entry_id, feed_id, published_id, first_seen, position, rank, updated_shown, off_site, link_path,
        link_key, title_day, text_day, source_hash, entry_hash, revision, link, title, authors, published, link_domain)
      SELECT 1000 + n, feed_id, 'old:' || n, at, at, 0, at, CASE WHEN n % 4 = 0 THEN 'deleted' END, '/old-' || n,
        CASE WHEN n % 3 > 0 THEN 'old.example/' || n END, CASE WHEN n % 2 = 0 THEN n || ' 2020-01-01' END,
        n || ' 2020-01-01', md5('s' || n), md5('e' || n), 1, 'https://old.example/' || n, 'Old ' || n, '[]', at, 'old.example'
      FROM (SELECT n, 1577836800000 + n * 9000000::bigint AS at, (SELECT min(feed_id) FROM feeds) + n % 2 AS feed_id
        FROM generate_series(1, ${old}) AS numbers(n)) AS made;
      INSERT INTO entry_ids (feed_id, id, entry_id, since) SELECT feed_id, published_id, entry_id, 1 FROM entries WHERE entry_id > 1000;
      INSERT INTO texts (entry_id, entry, sanitiser)
        SELECT entry_id, (SELECT entry FROM texts ORDER BY entry_id LIMIT 1), (SELECT max(sanitiser) FROM texts)
        FROM entries WHERE entry_id > 1000;
      INSERT INTO removed (entry_id, at) SELECT entry_id, position FROM entries WHERE off_site = 'deleted' AND entry_id > 1000;
      INSERT INTO missing (entry_id, since) SELECT entry_id, position FROM entries WHERE entry_id % 4 = 1 AND entry_id > 1000;
      INSERT INTO shaped (entry_id, original) SELECT entry_id, '{}' FROM entries WHERE entry_id % 4 = 2 AND entry_id > 1000;
      INSERT INTO entry_topics (topic, position, entry_id)
        SELECT 'tag:old', position, entry_id FROM entries WHERE off_site IS NULL AND entry_id > 1000;
      INSERT INTO topics (topic, name, feeds, revision) VALUES ('tag:old', 'Old', 2, 1);
      INSERT INTO topic_feeds (topic, feed_id, entries)
        SELECT 'tag:old', feed_id, count(*) FROM entries WHERE off_site IS NULL AND entry_id > 1000 GROUP BY feed_id;
      ANALYZE`)
  })
}

describe.skipIf(postgres === undefined)('plans of PostgreSQL; left out without a server: see .ci/with-postgres', () => {
  test('no statement that a build runs reads a table that grows with the history, however large it is', async () => {
    const history = await openHistory()
    history.setConfig(
      'archive: {keep: 280d, tags: auto, tag_min: 1, languages: true}\nfeeds:\n  - /a\n  - /b',
      'days: 0, entries: 20',
    )
    const [two, one] = [post('Two', '05-02', { category: 'Tides' }), post('One', '05-01')]
    history.serve('/a', [two, one])
    history.serve('/b', [
      post('B', '05-03', { id: 'b', link: 'https://a.example/two' }),
      post('B2', '05-01', { id: 'b2' }),
    ])
    await history.build('2026-05-10T12:00:00Z')
    const { schema } = placeState(path.join(history.folder, '.planet')) as PostgresPlace
    await fill(schema)
    history.serve('/b', [post('B3', '05-04', { id: 'b3' })])
    await history.build('2026-05-10T13:00:00Z')

    // News of every kind: new, edited, renamed, deleted, not due, vanished from among its neighbours; then nothing; then its day.
    const told = listen()
    history.serve('/a', {
      posts: [
        post('Soon', '06-01'),
        post('Three', '05-11', { category: 'Tides' }),
        { ...two, id: 'renamed', text: 'Edited' },
        { ...one, title: 'Uno' },
      ],
      more: '<at:deleted-entry ref="https://a.example/one" when="2026-05-11T10:00:00Z"/>',
    })
    await history.build('2026-05-11T12:00:00Z')
    await history.build('2026-05-11T13:00:00Z')
    await history.build('2026-06-01T12:00:00Z', { part: 'render' })
    // What this looks for is found where it is.
    await withPostgres((client) => client.query(`SELECT 1 FROM ${schema}.entries WHERE title = 'walk'`))
    vi.restoreAllMocks()

    expect(new Set(told.map(({ sql }) => sql)).size).toBeGreaterThan(40)
    expect([...new Set(told.flatMap(findWalks))]).toEqual([expect.stringContaining("title = 'walk'")])
  })
})
