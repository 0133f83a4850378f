import { expect, onTestFinished, test } from 'vitest'
import { openPlanet } from '../open-planet.ts'
import { openScriptedServer, redirect, respond } from '../servers/open-scripted-server.ts'

const feed = '<rss version="2.0"><channel><title>Blog</title><item><guid>1</guid></item></channel></rss>'

test('H-27 status.json and the pages do not tell a private host from one that is not there', async () => {
  const server = await openScriptedServer({
    '/1': redirect(302, 'http://10.0.0.1/'),
    '/2': redirect(302, 'http://localhost:22/'),
    '/3': redirect(302, '/3'),
    '/4': redirect(302, 'http://nowhere.invalid/'),
    '/5': redirect(302, 'http://printer.localhost/'),
    '/6': redirect(302, 'http://[::ffff:10.0.0.1]:8080/'),
    '/ok': respond(200, {}, feed),
  })
  onTestFinished(() => server.close())
  const urls = ['/1', '/2', '/3', '/4', '/5', '/6'].map((path) => server.url(path))
  const closed = 'http://127.0.0.1:9/feed'
  const planet = openPlanet(`feeds: [${[...urls, closed, server.url('/ok')].map((url) => `"${url}"`).join(', ')}]`)
  const { feeds } = await planet.buildAt(0)
  // The operator is told all of it.
  expect(feeds.map(({ problem }) => problem?.code)).toEqual([
    'PRIVATE_ADDRESS',
    'PRIVATE_ADDRESS',
    'REDIRECT',
    'DNS',
    'PRIVATE_ADDRESS',
    'PRIVATE_ADDRESS',
    'CONNECT',
    undefined,
  ])
  const status = JSON.parse(planet.page('status.json')) as { feeds: { problem: unknown }[] }
  const unreachable = { code: 'UNREACHABLE', message: 'could not be reached' }
  expect(status.feeds.map(({ problem }) => problem)).toEqual([...Array(7).fill(unreachable), null])
  for (const page of ['about/index.html', 'index.html', 'blogs/index.html', 'status.json']) {
    expect(planet.page(page)).not.toMatch(/private|10\.0\.0\.1|localhost:22|refused|redirect|nowhere|printer|known/)
  }
})
