import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { type History, openHistory } from '../histories/open-history.ts'
import { post } from '../histories/render-feed.ts'

const days = Array.from({ length: 40 }, (_, index) => new Date(Date.UTC(2026, 0, 2 + index)).toISOString().slice(5, 10))
const posts = days.map((day) => post(`Of ${day}`, day)).reverse()
const feeds = 'feeds:\n  - {url: /a, tags: [core]}\n  - /b'
const named = (text: string, more = '') =>
  `theme: {links: [{text: ${text}, url: "https://planet.example/"}]${more}}\n${feeds}`

async function open(): Promise<History> {
  const history = await openHistory()
  history.serve('/a', posts)
  history.serve('/b', [post('Other', '02-01', { id: 'other' })])
  history.setConfig(named('One'))
  await history.build('2026-07-01T12:00:00Z')
  return history
}

/** Have all be rendered again, and a file in the way of a page be the end of it. */
async function kill(history: History, page: string): Promise<void> {
  const file = path.join(history.folder, 'public', page)
  rmSync(file)
  mkdirSync(path.join(file, 'in-the-way'), { recursive: true })
  await expect(history.build('2026-07-02T12:00:00Z', { part: 'render' })).rejects.toThrow()
  rmSync(file, { recursive: true })
}

/** What a rendering of everything would write: nothing, where all is as it should be. */
async function renderAll(history: History, time: string) {
  const folder = path.join(history.folder, 'public')
  await history.withStore(async (store) => {
    const last = await store.output(folder)
    if (last !== undefined) await store.saveOutput(folder, { ...last, renderHash: 'another' })
  })
  return history.build(time, { part: 'render' })
}

const last = `2026/${days.at(-1)?.replace('-', '/')}/index.html`

test('a rendering of everything that was killed goes on from where it was', async () => {
  const history = await open()
  history.setConfig(named('Two'))
  await kill(history, last)
  const resumed = await history.build('2026-07-02T13:00:00Z', { part: 'render' })
  const whole = await renderAll(history, '2026-07-02T14:00:00Z')
  expect(resumed.work.filesMade).toBeLessThan(whole.work.filesMade - 20)
  expect(resumed.written).toContain(last)
  expect([whole.written, whole.deleted]).toEqual([[], []])
  expect(history.page(last)).toContain(`Of ${days.at(-1)}`)
})

test('… and makes what has changed meanwhile, killed once more or not', async () => {
  const history = await open()
  history.setConfig(named('Two'))
  await kill(history, last)
  // One of a day that is done is edited, one gone, one is new on a day between others, and one after all.
  const [first, second] = [posts.at(-1), posts.at(-2)]
  const rest = posts.filter((one) => one !== first && one !== second)
  const edited = { ...first, text: 'Edited', title: 'Edited' } as (typeof posts)[number]
  history.serve('/a', {
    posts: [post('New', '06-30'), ...rest, edited],
    more: `<at:deleted-entry ref="${second?.id ?? 'https://a.example/of-01-03'}" when="2026-07-02T12:30:00Z"/>`,
  })
  history.serve('/b', [post('Other', '02-01', { id: 'other' }), post('Early', '01-01', { id: 'early' })])
  mkdirSync(path.join(history.folder, 'public', last, 'in-the-way'), { recursive: true })
  await expect(history.build('2026-07-02T13:00:00Z')).rejects.toThrow()
  rmSync(path.join(history.folder, 'public', last), { recursive: true })
  await history.build('2026-07-02T14:00:00Z')
  expect(history.page('2026/01/02/index.html')).toContain('Edited')
  expect(history.page('2026/01/01/index.html')).toContain('Early')
  const whole = await renderAll(history, '2026-07-02T15:00:00Z')
  expect([whole.written, whole.deleted]).toEqual([[], []])
})

test('… and begins once more where the color has changed meanwhile', async () => {
  const history = await open()
  history.setConfig(named('Two', ', color: "#111111"'))
  await kill(history, last)
  const card = readFileSync(path.join(history.folder, 'public/card.png'))
  history.setConfig(named('Two', ', color: "#990000"'))
  const resumed = await history.build('2026-07-02T13:00:00Z', { part: 'render' })
  const whole = await renderAll(history, '2026-07-02T14:00:00Z')
  expect(resumed.work.filesMade).toBe(whole.work.filesMade)
  expect(readFileSync(path.join(history.folder, 'public/card.png')).equals(card)).toBe(false)
  expect([whole.written, whole.deleted]).toEqual([[], []])
})

test('another color, or another style, is no reason to make the pages again', async () => {
  const history = await open()
  const build = async (config: string, day: number) => {
    history.setConfig(config)
    return history.build(`2026-07-0${day}T12:00:00Z`, { part: 'render' })
  }
  const colored = await build(named('One', ', color: "#990000"'), 2)
  expect(colored.written.sort()).toEqual(['card.png', 'planet.css'])
  expect(colored.work.filesMade).toBeLessThan(40)
  expect((await build(named('One', ', color: "#990000"'), 3)).work.filesMade).toBe(0)

  const style = path.join(history.folder, 'theme/theme.css')
  mkdirSync(path.dirname(style))
  writeFileSync(style, 'p { color: red }')
  await build(named('One', ', dir: theme'), 4)
  writeFileSync(style, 'p { color: green }')
  const styled = await build(named('One', ', dir: theme'), 5)
  expect(styled.written).toEqual(['planet.css'])
  expect(styled.work.filesMade).toBeLessThan(40)
  // Killed on the way, it is made by the next.
  writeFileSync(style, 'p { color: blue }')
  await kill(history, 'planet.css')
  expect((await build(named('One', ', dir: theme'), 6)).written).toEqual(['planet.css'])

  // A file of the theme that is there no more goes, and so it is all looked at.
  writeFileSync(path.join(history.folder, 'theme/photo.txt'), 'A photo')
  await build(named('One', ', dir: theme'), 7)
  rmSync(path.join(history.folder, 'theme/photo.txt'))
  expect((await build(named('One', ', dir: theme'), 8)).deleted).toEqual(['photo.txt'])
  expect((await renderAll(history, '2026-07-09T12:00:00Z')).written).toEqual([])
})

test('what had changed is no reason to render everything, where it was killed', async () => {
  const history = await open()
  history.serve('/a', [post('New', '06-30'), ...posts])
  const file = path.join(history.folder, 'public/blog/a-example/index.html')
  const page = history.page('blogs/index.html')
  rmSync(path.join(history.folder, 'public/blogs/index.html'))
  mkdirSync(path.join(history.folder, 'public/blogs/index.html/in-the-way'), { recursive: true })
  await expect(history.build('2026-07-02T12:00:00Z')).rejects.toThrow()
  rmSync(path.join(history.folder, 'public/blogs/index.html'), { recursive: true })
  const resumed = await history.build('2026-07-02T13:00:00Z', { part: 'render' })
  expect(resumed.work.filesMade).toBeLessThan(40)
  expect(history.page('index.html')).toContain('New')
  expect(history.page('blogs/index.html')).not.toBe(page)
  const whole = await renderAll(history, '2026-07-02T14:00:00Z')
  expect([file, whole.written, whole.deleted]).toEqual([file, [], []])
})

test('a build says what it did: nothing is made or written twice, and nothing without news', async () => {
  const history = await openHistory()
  history.serve('/a', posts.slice(0, 20))
  history.setConfig('feeds:\n  - /a')
  const first = await history.build('2026-07-01T12:00:00Z')
  expect(first.work.entriesConformed).toBe(20)
  // Page of the day, page of the blog, front page; the feed of the blog, whose texts the archive takes, and the main one.
  expect(first.work.entriesRendered).toBe(5 * 20)
  expect(first.work.filesMade).toBe(first.files)
  expect(new Set(first.written).size).toBe(first.written.length)
  expect(first.work.bytesWritten).toBeGreaterThan(10_000)

  const idle = await history.build('2026-07-01T13:00:00Z')
  expect(idle.work).toEqual({ entriesConformed: 0, entriesRead: 0, entriesRendered: 0, filesMade: 0, bytesWritten: 0 })

  history.serve('/a', [post('New', '06-30'), ...posts.slice(0, 20)])
  const news = await history.build('2026-07-01T14:00:00Z')
  // All but the pages of the other days; of these, the other nine of a month that is over now, whose calendars have all of it.
  expect(news.work.entriesRendered).toBe(1 + 2 + 4 * 21 - 1 + 9)
  expect(new Set(news.written).size).toBe(news.written.length)
})
