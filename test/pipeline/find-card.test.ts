import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { type History, openHistory } from '../histories/open-history.ts'
import { post } from '../histories/render-feed.ts'

const blog = 'feeds:\n  - /a'

async function open(lines: string): Promise<History> {
  const history = await openHistory()
  history.serve('/a', [post('One', '02-01')])
  history.setConfig(`${lines}\n${blog}`)
  await history.build('2026-07-01T12:00:00Z')
  return history
}

/** Its logo stays. */
function call(history: History, title: string): void {
  history.setConfig(`theme: {logo: logo.png}\n${blog}`)
  const file = path.join(history.folder, 'feeds.yaml')
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^title: .*/m, `title: ${title}`))
}

/** What a page says of the picture that is shown where it is shared. */
function readPicture(history: History, page = 'index.html'): Record<string, string> {
  const tags = history
    .page(page)
    .matchAll(/<meta (?:property="og:|name="twitter:)(image[:a-z]*|card)" content="(.*?)">/g)
  return Object.fromEntries([...tags].map(([, name, value]) => [name, value]))
}

const wide = { 'image:width': '1200', 'image:height': '630', card: 'summary_large_image' }

test('every page names the planet’s own picture, which is drawn once and again when its words change', async () => {
  const history = await open('description: Ours')
  for (const page of ['index.html', '2026/02/01/index.html', 'archive/index.html', 'blogs/index.html']) {
    expect(readPicture(history, page)).toMatchObject({ ...wide, image: expect.stringMatching(/\/card\.png$/) })
  }
  history.serve('/a', [post('Two', '02-02'), post('One', '02-01')])
  const next = await history.build('2026-07-02T12:00:00Z')
  expect(next.written).toContain('index.html')
  expect(next.written).not.toContain('card.png')
  expect(readPicture(history)).toMatchObject(wide)
  history.setConfig(`description: Theirs\n${blog}`)
  const renamed = await history.build('2026-07-03T12:00:00Z')
  expect(renamed.written).toContain('card.png')
})

test('where all is rendered again, the picture is not drawn again, unless it would be another or is not there whole', async () => {
  const history = await open('description: Ours')
  const file = path.join(history.folder, 'public/card.png')
  const drawn = readFileSync(file)
  // Another stands there for it: who draws would not leave it.
  const other = await sharp({ create: { width: 1200, height: 630, channels: 3, background: 'red' } })
    .png()
    .toBuffer()
  const build = async (description: string, link: string, day: number) => {
    const links = `theme: {links: [{text: ${link}, url: "https://planet.example/"}]}`
    history.setConfig(`description: ${description}\n${links}\n${blog}`)
    return history.build(`2026-07-0${day}T12:00:00Z`)
  }
  writeFileSync(file, other)
  const again = await build('Ours', 'One', 2)
  expect(again.written).toContain('2026/02/01/index.html')
  expect(readFileSync(file)).toEqual(other)
  expect(readPicture(history, '2026/02/01/index.html')).toMatchObject(wide)

  writeFileSync(file, other.subarray(0, -20))
  await build('Ours', 'Two', 3)
  expect(readFileSync(file)).toEqual(drawn)
  rmSync(file)
  await build('Ours', 'Three', 4)
  expect(readFileSync(file)).toEqual(drawn)

  // Killed before it is drawn, with other words; then all is rendered, since something else is another, too.
  const style = path.join(history.folder, 'public/planet.css')
  rmSync(style)
  mkdirSync(path.join(style, 'in-the-way'), { recursive: true })
  await expect(build('Theirs', 'Three', 5)).rejects.toThrow()
  rmSync(style, { recursive: true })
  expect(readFileSync(file)).toEqual(drawn)
  expect((await build('Theirs', 'Four', 6)).written).toContain('card.png')
})

test('a theme may bring a picture of its own', async () => {
  const history = await openHistory()
  history.serve('/a', [post('One', '02-01')])
  history.setConfig(`theme: {dir: theme}\n${blog}`)
  const file = path.join(history.folder, 'theme/card.png')
  mkdirSync(path.dirname(file))
  writeFileSync(
    file,
    await sharp({ create: { width: 600, height: 300, channels: 3, background: 'red' } })
      .png()
      .toBuffer(),
  )
  await history.build('2026-07-01T12:00:00Z')
  expect(readPicture(history)).toMatchObject({ ...wide, 'image:width': '600', 'image:height': '300' })
  const card = path.join(history.folder, 'public/card.png')
  expect(statSync(card).size).toBe(statSync(file).size)

  // Once it is taken away, the planet draws its own.
  const theirs = readFileSync(file)
  rmSync(file)
  const drawn = await history.build('2026-07-02T12:00:00Z')
  expect(drawn.written).toContain('card.png')
  expect(readFileSync(card)).not.toEqual(theirs)
  expect(readPicture(history)).toMatchObject(wide)
})

test('where there are no letters for the title, and the mark is the planet’s own, its logo stands there as it did', async () => {
  const history = await openHistory()
  history.serve('/a', [post('One', '02-01')])
  const logo = await sharp({ create: { width: 64, height: 64, channels: 3, background: 'red' } })
    .png()
    .toBuffer()
  writeFileSync(path.join(history.folder, 'logo.png'), logo)
  call(history, '星球')
  const first = await history.build('2026-07-01T12:00:00Z')
  expect(first.written).not.toContain('card.png')
  expect(readPicture(history)).toEqual({ image: expect.stringMatching(/\/logo\.png$/), card: 'summary' })
  // Drawn once there is something to draw, and taken away when there is not.
  call(history, 'Planet')
  expect((await history.build('2026-07-02T12:00:00Z')).written).toContain('card.png')
  call(history, '星球')
  expect((await history.build('2026-07-03T12:00:00Z')).deleted).toContain('card.png')
})
