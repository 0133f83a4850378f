import { rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FeedServer, serveFeeds } from '../cli/serve-feeds.ts'
import { expectTranscript } from './expect-transcript.ts'
import { atom, openStory, type Story, writeFeeds } from './open-story.ts'

const head = `title: Planet XMPP
url: https://planet-xmpp.org
owner: {name: Kim, email: kim@planet-xmpp.org}
fetch: {host_delay: 0s, host_parallel: 8}
feeds:
`
const now = '2019-04-20T12:00:00Z'

let story: Story
let blogs: FeedServer
beforeAll(async () => {
  ;[story, blogs] = await Promise.all([openStory(), serveFeeds()])
  for (const name of ['alice', 'bob'])
    blogs.feeds.set(`/${name}`, atom(name, `${name}.example`, [['Hello', '2019-03-01']]))
})
afterAll(() => story.close())

test('5.6 import: what is kept, changed and dropped of a planet of Venus', async () => {
  rmSync(path.join(story.folder, 'feeds.yaml'), { force: true })
  writeFileSync(
    path.join(story.folder, 'config.ini'),
    `[Planet]
name = Planet Code
link = https://planet-code.org/
owner_name = Kim
owner_email = kim@planet-code.org
new_feed_items = 1
days_per_page = 10
items_per_page = 25
activity_threshold = 180
log_level = DEBUG
cache_directory = /srv/cache
template_directries = /srv/templates

[https://alice.example/feed.xml]
name = Alice

[https://bob.example/feed.xml]
name = Bob
https://carol.example/index.xml (Carol)
name = Carol
`,
  )
  await expectTranscript('import', story, { at: now, words: ['import', 'config.ini'] })
})

test('5.6 serve: where the site is, until Ctrl-C', async () => {
  writeFeeds(story, `${head}  - ${blogs.url}/alice\n  - ${blogs.url}/bob\n`)
  await story.run(now, 'build')
  await expectTranscript('serve', story, { at: now, words: ['serve', '--port', '0'], until: '(Ctrl-C stops)' })
  await expectTranscript('serve-watch', story, {
    at: now,
    words: ['serve', '--watch', '--port', '0'],
    until: 'nothing is fetched',
  })
})

test('5.3, H-25 the network is down: one line, then one a day; then all is as before', async () => {
  writeFeeds(story, `${head}  - ${blogs.url}/alice\n  - ${blogs.url}/bob\n`)
  const after = (hours: number) => new Date(Date.parse(now) + hours * 3_600_000).toISOString()
  await story.run(now, 'build')
  await blogs.close()
  const told: [number, number | null, string][] = []
  for (const hours of [2, 3, 12, 25, 27, 51]) {
    const { code, stdout, stderr } = await story.run(after(hours), 'build')
    told.push([hours, code, stdout + stderr])
  }
  const line = 'planet: no network: 2 of 2 feeds could not be reached; site left as it was\n'
  expect(told).toEqual([
    [2, 75, line],
    [3, 75, ''],
    [12, 75, ''],
    [25, 75, line],
    [27, 75, ''],
    [51, 75, line],
  ])
  await expectTranscript('build-no-network', story, { at: after(60), words: ['build'] })
  const { stdout } = await story.run(after(60), 'status', '--json')
  expect(JSON.parse(stdout).feeds).toMatchObject([{ state: 'fine' }, { state: 'fine' }])
})
