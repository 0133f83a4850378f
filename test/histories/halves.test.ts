import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { openPlanet, type Planet } from '../open-planet.ts'
import { histories } from './histories.ts'
import { openHistory } from './open-history.ts'
import { post } from './render-feed.ts'

const timeOf = (on: string) => new Date(on.includes('T') ? on : `2026-${on}T12:00:00Z`)

/** Another planet with the same feeds.yaml. */
function openTwin({ folder }: Pick<Planet, 'folder'>): Planet {
  const twin = openPlanet('')
  const [head = '', ...lines] = readFileSync(path.join(folder, 'feeds.yaml'), 'utf8').split(/(?<=planet\.example\/\n)/)
  expect(head).toContain('Planet Test')
  twin.setConfig(lines.join(''))
  return twin
}

function readSite({ folder }: Pick<Planet, 'folder'>): Record<string, string> {
  const root = path.join(folder, 'public')
  const files = readdirSync(root, { recursive: true, encoding: 'utf8', withFileTypes: true }).filter((file) =>
    file.isFile(),
  )
  const paths = files.map((file) => path.join(file.parentPath, file.name)).sort()
  return Object.fromEntries(paths.map((file) => [path.relative(root, file), readFileSync(file, 'utf8')]))
}

// Every fifth: each is two planets.
const some = histories.filter((_, index) => index % 5 === 0)

test.each(some)('fetch at each step and render at the end, as if built each time: $name', async (history) => {
  const { config = 'feeds:\n  - /a', steps } = history
  const built = await openHistory()
  built.setConfig(config)
  const halved = openTwin(built)
  for (const { on, feeds = {} } of steps) {
    for (const [name, served] of Object.entries(feeds)) built.serve(name, served)
    await built.build(timeOf(on).toISOString())
    const { written, files } = await halved.build(timeOf(on), { part: 'fetch', refresh: true })
    expect([written, files], on).toEqual([[], 0])
  }
  const last = timeOf(steps.at(-1)?.on ?? '')
  expect((await halved.build(last, { part: 'render' })).feeds).toEqual([])
  expect(readSite(halved)).toEqual(readSite(built))

  expect((await halved.build(last, { part: 'render' })).written).toEqual([])
  expect((await halved.build(last, { refresh: true })).written).toEqual([])
})

test('a blog that changes its name before a page was written: its pages have the name that was heard first', async () => {
  const built = await openHistory()
  built.setConfig('feeds:\n  - /a')
  const halved = openTwin(built)
  for (const [day, title] of ['Garden', 'Yard'].entries()) {
    built.serve('/a', { posts: [post('One', '05-01')], title })
    const time = timeOf(`05-0${day + 3}`)
    await built.build(time.toISOString())
    await halved.build(time, { part: 'fetch', refresh: true })
  }
  await halved.build(timeOf('05-04'), { part: 'render' })
  expect(Object.keys(readSite(built))).toContain('blog/garden/index.html')
  expect(readSite(halved)).toEqual(readSite(built))
})

test('a post that waits for its day is shown by whichever half comes first, and asked for by none', async () => {
  const history = await openHistory()
  history.setConfig('feeds:\n  - {url: /a, dates: published}')
  history.serve('/a', [post('Later', '05-20'), post('Now', '05-01')])
  await history.build('2026-05-10T12:00:00Z')
  expect(history.titlesOn('index.html')).toEqual(['Now'])
  await history.build('2026-05-21T12:00:00Z', { part: 'render', refresh: false })
  expect(history.titlesOn('index.html')).toEqual(['Later', 'Now'])
})

test('no network: fetch says so and counts nothing; render writes what is stored, and the operator is told once a day', async () => {
  const history = await openHistory()
  history.setConfig('feeds:\n  - /a')
  history.serve('/a', [post('One', '05-01')])
  await history.build('2026-05-02T12:00:00Z', { part: 'fetch' })
  history.setConfig('feeds:\n  - http://127.0.0.1:9/feed')
  const told: boolean[] = []
  for (const hour of [10, 11, 12]) {
    const { outage, isOutageNews } = await history.build(`2026-05-03T${hour}:00:00Z`, { part: 'fetch' })
    expect(outage).toBe(true)
    told.push(isOutageNews)
    expect(await history.build(`2026-05-03T${hour}:30:00Z`, { part: 'render' })).toMatchObject({ outage: false })
  }
  expect(told).toEqual([true, false, false])
  expect(history.titlesOn('index.html')).toEqual(['One'])
  const feeds = await history.withStore((store) => store.feeds())
  expect(feeds.map(({ state }) => state.failure)).toEqual([undefined, undefined])
})
