import { rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { openHistory } from '../histories/open-history.ts'
import { post } from '../histories/render-feed.ts'

const [first, second] = [post('First', '05-01'), post('Second', '05-03')]
const feeds = 'feeds:\n  - /a\n  - /b'
const marked = 'as it stood'

/** A planet with a mark where /about/ stood: what is made anew shows. */
async function open() {
  const history = await openHistory()
  history.serve('/a', [first])
  history.serve('/b', [post('Other', '05-02', { id: 'other' })])
  history.setConfig(feeds)
  await history.build('2026-05-02T12:00:00Z')
  const file = path.join(history.folder, 'public/about/index.html')
  writeFileSync(file, marked)
  return { history, file, build: () => history.build('2026-05-03T12:00:00Z') }
}

type Planet = Awaited<ReturnType<typeof open>>

test('a new entry is no reason to make /about/ again', async () => {
  const { history, build } = await open()
  history.serve('/a', [second, first])
  const { written } = await build()
  expect(written).toContain('index.html')
  expect(history.page('about/index.html')).toBe(marked)
  history.setConfig(feeds.replace('\n  - /b', ''))
  await build()
  expect(history.page('about/index.html')).not.toContain('Blog B')
})

const reasons: Record<string, (planet: Planet) => void> = {
  'a blog of another name': ({ history }) => history.serve('/a', { title: 'Another', posts: [second, first] }),
  'a blog that is gone': ({ history }) => history.serve('/b', undefined),
  'about.md': ({ history }) => writeFileSync(path.join(history.folder, 'about.md'), 'Of our own.'),
  'a file that is not there': ({ file }) => rmSync(file),
  'an owner': ({ history }) => history.setConfig(`owner: {name: Ana}\n${feeds}`),
}

test.each(Object.entries(reasons))('… but this is: %s', async (_name, change) => {
  const planet = await open()
  planet.history.serve('/a', [second, first])
  change(planet)
  await planet.build()
  expect(planet.history.page('about/index.html')).toContain('<html')
})
