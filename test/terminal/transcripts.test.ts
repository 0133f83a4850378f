import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectTranscript } from './expect-transcript.ts'
import { answerWith, atom, openStory, type Story, writeFeeds } from './open-story.ts'

const config = `title: Planet XMPP
url: https://planet-xmpp.org
owner: {name: Kim, email: kim@planet-xmpp.org}
timezone: Europe/Berlin
fetch: {host_delay: 0s, host_parallel: 8}
defaults: {first: 5}
feeds:
  - URL/monal
  - URL/processone
  - {url: URL/ignite, name: Ignite Realtime Blog}
  - URL/yaxim
  - URL/old-server
  - URL/erlang
  - URL/old-blog
  - URL/minato
  - {url: URL/away, name: Away, paused: until May}
`

let story: Story
beforeAll(async () => {
  story = await openStory()
  const { feeds } = story.server
  feeds.set('/monal', atom('Monal IM', 'monal.example', [['Hello', '2019-03-01']]))
  feeds.set('/processone', atom('ProcessOne', 'processone.example', [['ejabberd 19.02', '2019-02-14']]))
  feeds.set('/ignite', atom('Ignite', 'ignite.example', [['Openfire', '2019-02-04']]))
  feeds.set('/yaxim', atom('yax.im', 'yaxim.example', [['A client', '2019-02-04']]))
  feeds.set('/yaxim/atom.xml', atom('yax.im', 'yaxim.example', [['A client', '2019-02-04']]))
  const disks = ['2019-03-04', '2019-03-18', '2019-04-01'].map((date): [string, string] => [`Disks of ${date}`, date])
  feeds.set('/old-server', atom('Old Server Log', 'old-server.example', disks))
  feeds.set('/erlang', atom('Erlang Solutions', 'erlang.example', [['OTP', '2019-04-08']]))
  feeds.set('/old-blog', atom('Old Blog', 'old.example', [['Bye', '2018-03-02']]))
  feeds.set('/minato', atom('港のメモ：翻訳が百パーセントになった日のこと', 'minato.example', [['港', '2018-09-14']]))
  const page = '<link rel="alternate" type="application/atom+xml" href="/team/index.xml"><p>Hello'
  feeds.set('/team', `<!doctype html><title>Team News</title>${page}`)
  writeFeeds(story, config)
  await story.run('2019-04-10T12:00:00Z', 'build')
  feeds.set('/old-blog', answerWith(410))
  await story.run('2019-04-11T12:00:00Z', 'build')
  feeds.set('/old-server', answerWith(404))
  for (const time of ['18T04', '18T06', '18T10', '18T18', '19T04', '20T05'])
    await story.run(`2019-04-${time}:00:00Z`, 'build')
  // Today: news, a new feed with a long past, a page in place of a feed, one that moved, one that asks to wait.
  writeFeeds(story, `${config}  - URL/crypto\n  - {url: URL/team, name: Team News}\n`)
  const news: [string, string][] = [
    ['AESGCM:// links', '2019-04-20'],
    ['iOS Updates', '2019-04-20'],
  ]
  feeds.set('/monal', atom('Monal IM', 'monal.example', [...news, ['Hello', '2019-03-01']]))
  const notes = Array.from({ length: 52 }, (_, index): [string, string] => [
    `Note ${index}`,
    `2018-0${1 + (index % 9)}-11`,
  ])
  feeds.set('/crypto', atom('Crypto Notes', 'crypto.example', notes))
  feeds.set('/yaxim', answerWith(308, { Location: '/yaxim/atom.xml' }))
  feeds.set('/erlang', answerWith(503, { 'Retry-After': '7200' }))
})
afterAll(() => story.close())

const now = '2019-04-20T12:00:00Z'

test('5.2, 5.3 a build with news, a flood, a move, one that waits, one that never worked', () =>
  expectTranscript('build-news', story, { at: now, words: ['build'] }))

describe('after it', () => {
  beforeAll(() => story.run(now, 'build'))

  test('5.2 the next builds: nothing is due, then nothing is new', async () => {
    await expectTranscript('build-nothing-due', story, { at: '2019-04-20T12:05:00Z', words: ['build'] })
    await expectTranscript('build-no-news', story, { at: '2019-04-20T13:00:00Z', words: ['build'] })
  })

  test('5.5 how the feeds are', async () => {
    const at = '2019-04-20T12:30:00Z'
    await expectTranscript('status', story, { at, words: ['status'] })
    await expectTranscript('status-failing', story, { at, words: ['status', 'old-server-log'] })
    await expectTranscript('status-never-worked', story, { at, words: ['status', 'Team News'] })
  })

  test('5.4 what a check finds; who is to be left alone is not asked', async () => {
    const asked = story.server.requests.length
    await expectTranscript('check', story, { at: '2019-04-20T12:30:00Z', words: ['check'] })
    const paths = story.server.requests.slice(asked).map(({ path }) => path)
    expect(paths).not.toContain('/erlang')
    expect(paths).not.toContain('/old-blog')
    expect(paths).not.toContain('/away')
  })

  test('5.3 works again after days', async () => {
    story.server.feeds.set('/old-server', atom('Old Server Log', 'old-server.example', [['New disks', '2019-04-21']]))
    await expectTranscript('build-works-again', story, { at: '2019-04-22T12:00:00Z', words: ['build'] })
  })
})
