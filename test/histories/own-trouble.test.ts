import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { renderFeedLine } from '../../src/commands/render-build-summary.ts'
import type { EntryKeys } from '../../src/model.ts'
import type { Edges } from '../../src/pipeline/edges.ts'
import { openDatabase } from '../../src/store/open-database.ts'
import type { StatePlace } from '../../src/store/store.ts'
import { openParserPool } from '../../src/workers/open-parser-pool.ts'
import { placeState, readBeside } from '../place-state.ts'
import { openHistory } from './open-history.ts'
import { post } from './render-feed.ts'

const here = import.meta.dirname
const at = (day: string) => `2026-${day}T12:00:00Z`
const ours = post('Ours', '05-01', { id: 'ours', link: 'https://b.example/ours' })

/** Where a mistake of ours can come to light over one feed; "/a" is the one that has it. */
const faults: { name: string; inject(edges: Edges, url: string): Partial<Edges> }[] = [
  {
    name: 'reading it',
    inject: ({ parserPool }, url) => ({
      parserPool: {
        ...parserPool,
        readVersion: async (input) => {
          if (input.baseUrl === url) throw new TypeError('no such thing')
          return parserPool.readVersion(input)
        },
      },
    }),
  },
  {
    name: 'judging it: an entry without keys',
    inject: ({ parserPool }, url) => ({
      parserPool: {
        ...parserPool,
        readVersion: async (input) => {
          const result = await parserPool.readVersion(input)
          if (result.kind === 'unreadable' || input.baseUrl !== url) return result
          const keys = undefined as unknown as EntryKeys
          return { ...result, entries: result.entries.map((found) => ({ ...found, keys })) }
        },
      },
    }),
  },
  {
    name: 'asking what is known of it',
    inject: ({ store }, url) => ({
      store: {
        ...store,
        known: async (feed, version) => {
          if (feed === url) throw new RangeError('Invalid string length')
          return store.known(feed, version)
        },
      },
    }),
  },
  {
    name: 'storing it: a text that no database takes',
    inject: ({ store }, url) => ({
      store: {
        ...store,
        apply: async (feed, changes, ...rest) => {
          const broken = changes.map((change) =>
            feed === url && change.kind === 'added'
              ? { ...change, record: { ...change.record, publishedId: undefined as unknown as string } }
              : change,
          )
          return store.apply(feed, broken, ...rest)
        },
      },
    }),
  },
  {
    name: 'storing anything of it, its failure included',
    inject: ({ store }, url) => ({
      store: {
        ...store,
        apply: async (feed, ...rest) => {
          if (feed === url) throw new Error('not this one')
          return store.apply(feed, ...rest)
        },
      },
    }),
  },
]

test.each(faults)('a mistake of ours over one feed is that feed’s trouble alone: $name', async ({ inject }) => {
  const history = await openHistory()
  history.setConfig('feeds:\n  - /a\n  - /b')
  history.serve('/a', [post('Old', '04-30')])
  await history.build(at('05-10'))
  history.serve('/a', [post('New', '05-02'), post('Old', '04-30')])
  history.serve('/b', [ours])

  const { feeds, outage } = await history.build(at('05-11'), {}, (edges) => inject(edges, history.url('/a')))
  expect(outage).toBe(false)
  expect(feeds).toMatchObject([
    { result: 'failed', problem: { code: 'INTERNAL' }, notices: [{ code: 'INTERNAL' }] },
    { result: 'new-entries', added: 1, problem: undefined },
  ])
  expect(feeds[0]?.problem?.message).toMatch(/^is more than Planet can cope with \(\w+: .*; please report this/)
  expect(history.titlesOn('index.html')).toEqual(['Ours', 'Old'])

  // When it is mended, nothing was lost: the validators of what was not stored were not kept.
  await history.build(at('05-12'))
  expect(history.titlesOn('index.html')).toEqual(['New', 'Ours', 'Old'])
})

test('one feed throws where it is merged, one hangs its reader, one fills the memory: the site has the others, and names the three', async () => {
  const history = await openHistory()
  const names = ['hangs', 'b', 'throws', 'grows', 'c']
  history.setConfig(`feeds:\n${names.map((name) => `  - {url: /${name}, name: The ${name}}`).join('\n')}`)
  for (const name of names)
    history.serve(`/${name}`, [post(`From ${name}`, '05-01', { id: name, link: `https://${name}.example/1` })])
  const pool = openParserPool(
    { cpuMs: 5000, heapMb: 64, threads: 2 },
    pathToFileURL(path.join(here, '../workers/troubled-worker.mjs')),
  )
  onTestFinished(() => pool.close())
  const inject = ({ store }: Edges): Partial<Edges> => ({
    parserPool: pool,
    store: {
      ...store,
      // What merging goes through for every entry.
      known: async (feed, version) => {
        const known = await store.known(feed, version)
        if (feed !== history.url('/throws')) return known
        return { ...known, entries: known.entries.concat(undefined as never) }
      },
    },
  })
  const report = await history.build(at('05-10'), {}, inject)
  const lines = report.feeds.map((feed) => renderFeedLine(feed, String))
  expect(lines).toEqual([
    expect.stringMatching(/^The hangs <.*>: could not be read within 5 s of work; it has never worked/),
    expect.stringMatching(/^The b <.*>: 200, 1 new entry/),
    expect.stringMatching(/^The throws <.*>: is more than Planet can cope with \(TypeError: /),
    expect.stringMatching(/^The grows <.*>: reading it took more than 64 MB of memory; it has never worked/),
    expect.stringMatching(/^The c <.*>: 200, 1 new entry/),
  ])
  // What `planet build` makes 0 of.
  expect(report.outage).toBe(false)
  expect(history.titlesOn('index.html').sort()).toEqual(['From b', 'From c'])
  expect(history.ids()).toHaveLength(2)
})

test.each([
  { name: 'over a feed that never worked', worked: false, told: [['INTERNAL'], [], []] },
  // And again after a day, as every failure is.
  { name: 'over one that did', worked: true, told: [['INTERNAL'], ['FAILING'], []] },
])('a mistake of ours is told once, and not at every build: $name', async ({ worked, told }) => {
  const history = await openHistory()
  history.setConfig('feeds:\n  - /a\n  - /b')
  history.serve('/a', [post('Old', '04-30')])
  history.serve('/b', [ours])
  if (worked) await history.build(at('05-09'))
  history.serve('/a', [post('New', '05-02'), post('Old', '04-30')])
  const fault = (edges: Edges) => faults[0]?.inject(edges, history.url('/a')) ?? {}
  const codes = []
  for (const day of ['05-10', '05-11', '05-12']) {
    const { feeds } = await history.build(at(day), {}, fault)
    codes.push(feeds[0]?.notices.map(({ code }) => code))
  }
  expect(codes).toEqual(told)
})

test('what the machine is to blame for ends the build: a full disk stops every feed', async () => {
  const history = await openHistory()
  history.setConfig('feeds:\n  - /a')
  history.serve('/a', [post('New', '05-02')])
  const full = ({ store }: Edges): Partial<Edges> => ({
    store: {
      ...store,
      apply: async () => {
        throw Object.assign(new Error('ENOSPC: no space left on device, write'), { errno: -28, syscall: 'write' })
      },
    },
  })
  await expect(history.build(at('05-10'), {}, full)).rejects.toThrow('ENOSPC')
})

test('an entry that cannot be rendered is shown as its plain text, and its feed is named', async () => {
  const history = await openHistory()
  history.setConfig('feeds:\n  - /a\n  - /b')
  history.serve('/a', [
    post('Broken', '05-02', { text: '<p>Words &amp; <b>more</b> <a href="https://x.example">here</a>' }),
  ])
  history.serve('/b', [ours])
  await history.build(at('05-10'))
  // No list where there is one in every entry: what a mistake in reading could have left.
  await spoilText(placeState(path.join(history.folder, '.planet')), 'Broken')

  const { warnings } = await history.build(at('05-11'), { output: path.join(history.folder, 'public2') })
  expect(warnings).toEqual([
    expect.stringMatching(/^Blog A: an entry stands there as plain text, .*TypeError.*docs\/problems\.md/),
  ])
  const pages = ['index.html', '2026/05/02/index.html', 'blog/blog-a/index.html', 'atom.xml', 'rss.xml', 'feed.json']
  for (const page of pages) {
    const text = history.page(`../public2/${page}`)
    expect(text, page).toContain('Broken')
    expect(text, page).toMatch(/Words (&amp;|&amp;amp;|\\u0026|&) +more/)
    expect(text, page).not.toContain('x.example')
  }
  expect(history.page('../public2/index.html')).toContain('Ours')
})

/** Take the lists out of what is stored of an entry, on either engine. */
async function spoilText(place: StatePlace, title: string): Promise<void> {
  const where = `WHERE entry_id = (SELECT entry_id FROM entries WHERE title = '${title}')`
  const lists = ['enclosures', 'authors', 'links', 'categories']
  if (place.kind === 'folder') {
    const database = openDatabase(path.join(place.folder, 'planet.db'))
    database.exec(`UPDATE texts SET entry = json_remove(entry, ${lists.map((list) => `'$.${list}'`).join()}) ${where}`)
    database.close()
    return
  }
  const less = lists.map((list) => ` - '${list}'`).join('')
  const spoilt = await readBeside(place, `UPDATE texts SET entry = (entry::jsonb${less})::text ${where} RETURNING 1`)
  expect(spoilt).toHaveLength(1)
}
