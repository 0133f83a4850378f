import { existsSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { findOwnerWarning } from '../../src/pipeline/find-owner-warning.ts'
import { tellStanding } from '../../src/pipeline/tell-standing.ts'
import { openPlanet, timeAt } from '../open-planet.ts'
import { openScriptedServer, respond } from '../servers/open-scripted-server.ts'

const feed = '<rss version="2.0"><channel><title>Blog</title><item><guid>1</guid></item></channel></rss>'
const nobody = 'http://127.0.0.1:9/feed'
const hour = 60

test('H-25 an outage is told once, then once a day, and anew when it comes again', async () => {
  const server = await openScriptedServer(respond(200, {}, feed))
  onTestFinished(() => server.close())
  const planet = openPlanet(`feeds: ["${nobody}"]`)
  const told: number[] = []
  for (const hours of [0, 1, 2, 23, 24, 30]) {
    const { outage, isOutageNews } = await planet.buildAt(hours * hour)
    expect(outage).toBe(true)
    if (isOutageNews) told.push(hours)
  }
  expect(told).toEqual([0, 23])
  planet.setConfig(`feeds: ["${server.url()}", "${nobody}"]`)
  expect(await planet.buildAt(31 * hour)).toMatchObject({ outage: false, isOutageNews: false })
  planet.setConfig(`feeds: ["${nobody}"]`)
  expect(await planet.buildAt(40 * hour)).toMatchObject({ outage: true, isOutageNews: true })
})

test('H-25 a paused feed does not hide that nobody else could be reached', async () => {
  const planet = openPlanet(`feeds:\n  - ${nobody}\n  - {url: "http://127.0.0.1:9/other", paused: away}`)
  expect(await planet.buildAt(0)).toMatchObject({ outage: true })
})

const asked = [{ url: 'https://blog.test/feed', result: 'unchanged' as const }]
const here = [{ url: 'http://127.0.0.1:8080/feed', result: 'unchanged' as const }]
const url = 'https://planet.test/'

type Row = [
  name: string,
  owner: { name?: string; email?: string; url?: string } | undefined,
  site: string,
  reports: typeof asked,
  isWatched: boolean,
  says: string,
]

test.each<Row>([
  ['no owner', undefined, url, asked, false, 'feeds.yaml names no owner with an address'],
  ['an owner with a name only', { name: 'Ana' }, url, asked, false, 'feeds.yaml names no owner with an address'],
  [
    'an example’s mail address',
    { email: 'planet@example.org' },
    url,
    asked,
    false,
    "an example's (planet@example.org)",
  ],
  ['an example’s page', { url: 'https://team.example/' }, url, asked, false, "an example's (https://team.example/)"],
  [
    'a planet at an example’s address',
    { email: 'ana@planet.test' },
    'https://planet.example.org/',
    asked,
    false,
    "planet's address in feeds.yaml is an example's",
  ],
  ['feeds of this machine alone, from cron', undefined, url, here, false, ''],
  ['feeds of this machine alone, at a terminal', undefined, url, here, true, 'feeds.yaml names no owner'],
  ['all is well', { email: 'ana@planet.test' }, url, asked, true, ''],
])('publishers have nobody to ask: %s', async (_, owner, site, reports, isWatched, says) => {
  const planet = openPlanet('feeds: []')
  const warn = (at: Date) =>
    planet.withStore((store) => findOwnerWarning({ owner, url: site }, reports, isWatched, store, at))
  const now = new Date('2026-03-01T12:00:00Z')
  const first = await warn(now)
  expect(first.join()).toContain(says)
  expect(first.length).toBe(says === '' ? 0 : 1)
  expect(await warn(new Date(+now + 3_600_000))).toEqual([])
  expect(await warn(new Date(+now + 24 * 3_600_000))).toEqual(first)
})

test('O-15 that the state is new and the site is not is said where that is so, and nowhere else', async () => {
  const server = await openScriptedServer(respond(200, {}, feed))
  onTestFinished(() => server.close())
  const isLost = ({ warnings }: { warnings: string[] }) => warnings.some((text) => text.startsWith('the state is new'))
  const planet = openPlanet(`feeds: ["${server.url()}/nothing", "${nobody}"]`)
  const empty = openPlanet('feeds: []')
  for (const minute of [0, 60, 120]) expect(isLost(await empty.buildAt(minute))).toBe(false)
  for (const minute of [0, 60, 120]) expect(isLost(await planet.buildAt(minute))).toBe(false)
  rmSync(path.join(planet.folder, '.planet'), { recursive: true })
  expect(existsSync(path.join(planet.folder, 'public/status.json'))).toBe(true)
  expect(isLost(await planet.buildAt(180))).toBe(true)
})

test('faces that cannot be read: a few by name, once a day, and anew after all were well', async () => {
  const server = await openScriptedServer(respond(200, {}, feed))
  onTestFinished(() => server.close())
  const planet = openPlanet('feeds: []')
  const feeds = (names: string[]) =>
    `feeds:\n${names.map((name) => `  - {url: "${server.url(`/${name}`)}", name: ${name}, face: faces/${name}.png}`).join('\n')}`
  planet.setConfig(feeds(['a', 'b', 'c', 'd', 'e', 'f', 'g']))
  const told = async (hours: number) => {
    const { warnings } = await planet.buildAt(hours * hour)
    return warnings.filter((text) => /face/.test(text)).map((text) => text.replace(/ cannot be read.*/, ''))
  }
  const few = [
    ...['a', 'b', 'c', 'd', 'e'].map((name) => `${name}: its face faces/${name}.png`),
    '2 more faces cannot be shown: planet check names each',
  ]
  expect(await told(0)).toEqual(few)
  expect(await told(1)).toEqual([])
  expect(await told(24)).toEqual(few)
  planet.setConfig(`feeds: ["${server.url('/a')}"]`)
  expect(await told(25)).toEqual([])
  planet.setConfig(feeds(['b']))
  expect(await told(26)).toEqual(['b: its face faces/b.png'])
})

const item = (...ids: number[]) =>
  `<rss version="2.0"><channel><title>Blog</title>${ids.map((id) => `<item><guid>${id}</guid><title>${id}</title></item>`).join('')}</channel></rss>`

test('a color, a plug-in and a hub that are wrong: told once a day each, and anew after all was well', async () => {
  const answers = [[1], [1, 2], [1, 2, 3], [1, 2, 3, 4], [1, 2, 3, 4, 5], [1, 2, 3, 4, 5, 6], [1, 2, 3, 4, 5, 6, 7]]
  let at = 0
  const server = await openScriptedServer((socket, request) =>
    respond(200, {}, item(...(answers[at] ?? [])))(socket, request),
  )
  onTestFinished(() => server.close())
  const wrong = (color: string) => `theme: {base: classic, color: "${color}"}
websub: https://hub.test/
plugins: [bad.js]
feeds: ["${server.url('/a')}"]`
  const planet = openPlanet(wrong('#ffff00'))
  const file = path.join(planet.folder, 'bad.js')
  writeFileSync(file, 'export default () => 5')
  const hub = { isDown: true }
  const told = async (hours: number) => {
    const { warnings } = await planet.build(timeAt(hours * hour), { refresh: true }, () => ({
      pingHub: async () => (hub.isDown ? { code: 'HTTP_STATUS', message: 'answered 500' } : undefined),
    }))
    at += 1
    return warnings.flatMap((text) => /theme\.color|the plug-in|the hub/.exec(text) ?? []).sort()
  }
  expect(await told(0)).toEqual(['the hub', 'the plug-in', 'theme.color'])
  expect(await told(1)).toEqual([])
  expect(await told(24)).toEqual(['the hub', 'the plug-in', 'theme.color'])
  // Now all is well, in one build; then it is not.
  hub.isDown = false
  planet.setConfig(wrong('#7a1fa2'))
  writeFileSync(file, 'export default (entry) => entry')
  expect(await told(25)).toEqual([])
  hub.isDown = true
  planet.setConfig(wrong('#ffff00'))
  writeFileSync(file, 'export default () => 6')
  expect(await told(26)).toEqual(['the hub', 'the plug-in', 'theme.color'])
  expect(await told(27)).toEqual([])
})

test('a key of feeds.yaml that has another name by now: once a day, and to a person each time', async () => {
  const planet = openPlanet('feeds: []\ndefaults: {per_build: 3}')
  const told = async (hours: number) =>
    (await planet.buildAt(hours * hour)).warnings.filter((text) => /per_build/.test(text))
  expect(await told(0)).toHaveLength(1)
  expect(await told(1)).toEqual([])
  expect(await told(24)).toHaveLength(1)
  const notes = ['a note']
  const at = new Date('2026-03-01T12:00:00Z')
  expect(await planet.withStore((store) => tellStanding('notes', notes, true, store, at))).toEqual(notes)
  expect(await planet.withStore((store) => tellStanding('notes', notes, true, store, at))).toEqual(notes)
  expect(await planet.withStore((store) => tellStanding('notes', notes, false, store, at))).toEqual([])
})
