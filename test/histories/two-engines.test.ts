import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { serveFeeds } from '../cli/serve-feeds.ts'
import { openPlanet, type Planet } from '../open-planet.ts'
import { postgres } from '../place-state.ts'
import { type Post, post, renderFeed } from './render-feed.ts'

const blogs = ['a', 'b', 'c'] as const
const steps = 40

/** The same numbers in each run. */
function makeRandom(seed: number) {
  let state = seed
  return (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

/** Words that engines may sort, fold, escape or cut otherwise: letters beyond ASCII, capitals, quotes, what JSON escapes. */
const words = [
  'Äpfel',
  'apples',
  'Zebra',
  'ézé',
  '日本',
  '🌊 tide',
  'it’s “so”',
  'a\\b "c"',
  "o'clock",
  '{x,y}',
  '_',
  '%',
]

/** One blog after the other lives on by one step: news, an edit, a rename, a deletion, a twin of another's, a gap, a failure. */
function live(random: (below: number) => number, posts: Map<string, Post[]>, step: number): string {
  const name = blogs[step % blogs.length] ?? 'a'
  const own = posts.get(name) ?? []
  const day = new Date(Date.UTC(2026, 3, 1 + step, 9)).toISOString()
  const word = words[step % words.length] ?? ''
  const fresh = post(`${word} ${step}`, '05-01', {
    ...{ id: `${word}-${step}`, link: `https://${name}.example/${step}`, date: day, category: word },
    ...(step % 4 === 0 ? { language: 'de' } : {}),
  })
  const at = random(Math.max(1, own.length))
  const [old] = own.slice(at)
  const other = posts.get(blogs[(step + 1) % blogs.length] ?? 'b')?.[0]
  const kind = step % 10
  if (kind === 3 && old) own[at] = { ...old, text: `Edited ${step}: ${word}`, updated: day }
  else if (kind === 4 && old) own[at] = { ...old, id: `renamed-${step}` }
  else if (kind === 5 && old) own.splice(at, 1)
  else if (kind === 6 && other?.link) own.unshift({ ...fresh, link: other.link })
  else if (kind === 7) own.unshift({ ...fresh, date: new Date(Date.parse(day) + 3 * 86_400_000).toISOString() })
  else if (kind === 8) own.unshift({ id: fresh.id ?? '', link: fresh.link ?? '', text: `Without a title, ${word}` })
  else
    own.unshift(fresh, {
      ...fresh,
      id: `second-${step}`,
      link: `https://${name}.example/${step}/2`,
      category: 'Common',
    })
  posts.set(name, own)
  return name
}

function readSite(planet: Planet): Map<string, string> {
  const output = path.join(planet.folder, 'public')
  const files = readdirSync(output, { recursive: true, encoding: 'utf8' }).sort()
  const whole = files.filter((file) => statSync(path.join(output, file)).isFile())
  return new Map(whole.map((file) => [file, readFileSync(path.join(output, file), 'base64')]))
}

test.skipIf(postgres === undefined)(
  'forty steps of three blogs: entries and the whole site are the same to the byte on both engines',
  async () => {
    const server = await serveFeeds()
    onTestFinished(() => server.close())
    const planets = [openPlanet('', null), openPlanet('', postgres)] as const
    const [random, posts] = [makeRandom(7), new Map<string, Post[]>()]
    const configure = (order: readonly string[], more: string) => {
      const list = order.map((name) => `  - {url: ${server.url}/${name}, tags: [all]}`).join('\n')
      const head = 'archive: {tags: auto, tag_min: 1, languages: true}\ndefaults: {dates: published, per_day: 3}'
      for (const planet of planets) planet.setConfig(`${head}\n${more}\nfeeds:\n${list}`)
    }
    configure(blogs, '')
    for (let step = 0; step < steps; step += 1) {
      const name = live(random, posts, step)
      const title = step > 20 ? { title: 'Blog renamed' } : {}
      const more = step === 25 ? '<at:deleted-entry ref="Zebra-14" when="2026-04-20T10:00:00Z"/>' : ''
      if (step === 15) server.feeds.delete(`/${name}`)
      else server.feeds.set(`/${name}`, renderFeed(`/${name}`, { posts: posts.get(name) ?? [], more, ...title }))
      if (step === 12) configure(['c', 'a', 'b'], '')
      if (step === 18) configure(['c', 'a'], '')
      if (step === 24) configure(['c', 'a', 'b'], 'purged:\n  - https://c.example/2')
      if (step === 30) configure(['c', 'a', 'b'], 'digest: [weekly]')
      const now = new Date(Date.UTC(2026, 3, 1 + step, 12))
      const reports = []
      for (const planet of planets) reports.push(await planet.build(now, { refresh: true }))
      const [mine, other] = reports.map(({ feeds, written, deleted, filtered }) => ({
        feeds,
        written,
        deleted,
        filtered,
      }))
      for (const report of [mine, other])
        for (const feed of report?.feeds ?? []) Object.assign(feed, { milliseconds: 0 })
      expect(other, `step ${step}`).toEqual(mine)
    }
    const [mine, other] = planets.map(readSite)
    expect(mine?.size).toBeGreaterThan(60)
    expect(other).toEqual(mine)
    const [entries, others] = await Promise.all(planets.map((planet) => planet.entries()))
    expect(entries?.length).toBeGreaterThan(40)
    expect(JSON.stringify(others)).toBe(JSON.stringify(entries))
  },
  600_000,
)
