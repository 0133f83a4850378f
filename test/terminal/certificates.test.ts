import { once } from 'node:events'
import { createServer, type Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Authority, between, hasOpenssl, openAuthority } from '../servers/open-authority.ts'
import { expectTranscript } from './expect-transcript.ts'
import { atom, openStory, type Story, writeFeeds } from './open-story.ts'

// What a certificate is worth is judged by the clock of the machine, how long it still is by ours: so ours stands far ahead.
const now = '2089-12-20T12:00:00Z'
const after = (days: number, hours = 0) =>
  new Date(Date.parse(now) + (days * 24 + hours) * 3_600_000).toISOString().replace('.000', '')
const forOpenssl = (instant: string) => instant.replace(/[-:T]/g, '')

let authority: Authority
let story: Story
let servers: Server[] = []
beforeAll(async () => {
  if (!hasOpenssl) return console.warn('openssl is not installed: nothing is known about certificates that end')
  authority = openAuthority()
  story = await openStory({ NODE_EXTRA_CA_CERTS: authority.file })
  const blogs: [title: string, end: string][] = [
    ['Old Server Log', after(300)],
    ['Ends in a week', after(7, 1)],
    ['Ends in a month', after(30, 1)],
  ]
  servers = await Promise.all(
    blogs.map(async ([title, end]) => {
      const certificate = makeCertificate('20190101000000Z', forOpenssl(end))
      const host = `${title.toLowerCase().replaceAll(' ', '-')}.example`
      const server = createServer(
        certificate,
        (_, answer) => void answer.end(atom(title, host, [['One', '2089-12-01']])),
      )
      server.listen(0, '127.0.0.1')
      await once(server, 'listening')
      return server
    }),
  )
  const ports = servers.map((server) => (server.address() as AddressInfo).port)
  writeFeeds(
    story,
    `title: P\nurl: https://planet-p.org\nowner: {name: Kim, email: kim@planet-p.org}\nfetch: {host_delay: 0s}\nfeeds:\n${ports.map((port) => `  - https://127.0.0.1:${port}/feed\n`).join('')}`,
  )
  await story.run(after(-1), 'build')
  servers[0]?.setSecureContext(makeCertificate('20190101000000Z', '20190418120000Z'))
  await story.run(now, 'build')
})
afterAll(async () => {
  for (const server of servers) server.close()
  authority?.close()
  await story?.close()
})

const makeCertificate = (from: string, end: string) =>
  authority.makeCertificate(`until-${end}`, 'IP:127.0.0.1', between(from, end))

test.skipIf(!hasOpenssl)('H-22 check: one that has expired is an error, one that soon will be a warning', () =>
  expectTranscript('check-certificates', story, { at: after(0, 2), words: ['check'] }),
)

test.skipIf(!hasOpenssl)('H-22 status: until when it was good', async () => {
  const { stdout } = await story.look(after(0, 2), 'status', 'old-server-log')
  expect(stdout).toContain('\n  failing since Dec 20 12:00 (2 h): its certificate has expired on 2019-04-18\n')
  expect(stdout).toContain('\n  last asked 12:00, next at the next build\n')
})

test.skipIf(!hasOpenssl)('O-03 cron hears of it after a day, a week and a month, and of a new one', async () => {
  const told: string[] = []
  for (const day of [0.5, 1.6, 2.7, 7.5, 30.5]) {
    const { code, stdout, stderr } = await story.run(after(day), 'build')
    told.push(story.mask(`${day}: ${code} ${stdout}${stderr.replace(/\s+/g, ' ')}`).trim())
  }
  servers[0]?.setSecureContext(makeCertificate('20190101000000Z', forOpenssl(after(400))))
  told.push((await story.run(after(39), 'build')).stderr.trim())
  const says = (time: string) =>
    `planet: Old Server Log: its certificate has expired on 2019-04-18; no answer that can be read for ${time}; its earlier entries stay (https://127.0.0.1:#####/feed)`
  expect(told).toEqual([
    '0.5: 0',
    `1.6: 0 ${says('1 day')}`,
    '2.7: 0',
    `7.5: 0 ${says('7 days')}`,
    `30.5: 0 ${says('30 days')}`,
    'planet: Old Server Log: works again after 39 days',
  ])
})
