import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { read } from '../../src/normalize/read/read.ts'
import { openPlanet, type Planet } from '../open-planet.ts'
import { type History, histories } from './histories.ts'

/** What each path serves now. */
const served = new Map<string, string>()
const server = createServer((request, answer) => {
  const body = served.get(request.url ?? '')
  answer.writeHead(body === undefined ? 404 : 200, { 'Content-Type': 'application/xml' }).end(body)
})
let url = ''

beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterAll(() => {
  server.closeAllConnections()
  server.close()
})

function open({ about, feeds = ['/a'], config = '' }: History): Planet {
  const list = feeds.map(
    (feed) => `  - url: ${url}${feed}\n${feed === '/a' && about !== undefined ? `    ${about}\n` : ''}`,
  )
  return openPlanet(`show: {entries: 0, days: 0}\nfeeds:\n${list.join('')}${config}`)
}

/** Titles and ids of the combined feed, in its order. */
async function readFront(planet: Planet): Promise<{ title: string; id: string }[]> {
  const body = Buffer.from(planet.page('atom.xml'))
  const result = await read({ body, contentType: 'application/atom+xml', baseUrl: 'https://planet.example/' })
  if (result.kind === 'unreadable') throw new Error(result.problem.message)
  return result.feed.entries.map(({ title, id }) => ({ title: title ?? '', id: id ?? '' }))
}

test.each(histories)('$name', async (history) => {
  const planet = open(history)
  served.clear()
  const firstIds = new Map<string, string>()
  for (const { day, serve, accept, expect: expected } of history.steps) {
    for (const [path, body] of Object.entries(serve)) served.set(path, body)
    const report = await planet.buildAt(day * 24 * 60, { refresh: true, accept: accept && url + accept })
    const front = await readFront(planet)
    const titles = front.map(({ title }) => title)
    const entries = await planet.entries()
    const where = `${history.why} (day ${day})`
    if (expected.shown !== undefined) expect(titles, where).toEqual(expected.shown)
    if (expected.order !== undefined) {
      const places = expected.order.map((title) => titles.indexOf(title))
      expect(places, where).toEqual([...places].sort((x, y) => x - y))
      expect(places, where).not.toContain(-1)
    }
    if (expected.kept !== undefined) expect(entries.length, where).toBe(expected.kept)
    if (expected.told !== undefined) {
      expect(
        report.feeds.flatMap(({ notices }) => notices.map(({ code }) => code)),
        where,
      ).toEqual(expected.told)
    }
    // No copy, no new name for an old entry, and the page shows what the feed does.
    expect(new Set(front.map(({ id }) => id)).size, where).toBe(front.length)
    for (const { feed, ids, publishedId } of entries) {
      for (const id of ids) {
        const key = `${feed} ${id}`
        expect(firstIds.get(key) ?? publishedId, where).toBe(publishedId)
        firstIds.set(key, publishedId)
      }
    }
    for (const title of titles.slice(0, 5)) expect(planet.page('index.html'), where).toContain(title)
  }
})
