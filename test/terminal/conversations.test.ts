import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { expectTranscript } from './expect-transcript.ts'
import { answerWith, atom, openStory, type Story, writeFeeds } from './open-story.ts'
import { hasTerminal, runOnTerminal } from './run-on-terminal.ts'

const head = `title: Planet XMPP
url: https://planet-xmpp.org
owner: {name: Kim, email: kim@planet-xmpp.org}
fetch: {host_delay: 0s, host_parallel: 8}
feeds:
`
const now = '2019-04-20T12:00:00Z'

let story: Story
beforeAll(async () => {
  story = await openStory()
  const { feeds } = story.server
  const links = ['/monal.xml', '/comments/feed'].map(
    (href) => `<link rel="alternate" type="application/rss+xml" href="${href}">`,
  )
  feeds.set('/', answerWith(200, { 'Content-Type': 'text/html' }, `<!doctype html>${links.join('')}<p>Hello`))
  feeds.set('/monal.xml', atom('Monal IM', 'monal.example', [['AESGCM:// links', '2019-04-17']]))
  feeds.set('/comments/feed', atom('Comments on Monal IM', 'monal.example/c', []))
  feeds.set(
    '/bob',
    atom('Bob', 'bob.example', [
      ['A private post', '2019-03-03'],
      ['Another', '2019-03-01'],
    ]),
  )
  feeds.set('/yaxim', answerWith(301, { Location: '/yaxim.xml' }))
  feeds.set('/yaxim.xml', atom('yax.im', 'yaxim.example', [['A client', '2019-02-04']]))
})
afterAll(() => story.close())
beforeEach(() => writeFeeds(story, `${head}  - URL/bob\n  - URL/yaxim\n`))

test.runIf(hasTerminal)('5.1 what is pasted in two lines answers two questions', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'planet-init-'))
  try {
    const pasted = 'Planet XMPP\nnowhere\nhttps://planet.xmpp.example'
    const { code } = await runOnTerminal(folder, ['init'], {
      columns: 80,
      at: new Date(now),
      answers: [['Title: ', pasted]],
    })
    expect(code).toBe(0)
    const text = readFileSync(path.join(folder, 'feeds.yaml'), 'utf8')
    expect(text).toMatch(/^title: Planet XMPP\nurl: https:\/\/planet\.xmpp\.example\/$/m)
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test.runIf(hasTerminal)('5.1 init asks what it is not told', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'planet-init-'))
  try {
    const answers: [string, string][] = [
      ['Title: ', 'Planet XMPP'],
      ['published? ', 'planet.xmpp.example'],
      ['published? ', 'https://planet.xmpp.example'],
    ]
    const { code, screen } = await runOnTerminal(folder, ['init', 'planet-xmpp'], {
      columns: 80,
      at: new Date(now),
      answers,
    })
    expect([code, screen.split('\n')]).toEqual([
      0,
      [
        'Title: Planet XMPP',
        'Where will it be published? planet.xmpp.example',
        expect.stringMatching(/^ {2}.*https:\/\/planet\.xmpp\.example/),
        'Where will it be published? https://planet.xmpp.example',
        'Wrote feeds.yaml, about.md, .gitignore',
        '',
        'Next:',
        '  cd planet-xmpp',
        '  planet add https://blog.example  find its feed, add it',
        '  planet build                     fetch and write public/',
        '  planet serve                     see http://127.0.0.1:8080',
        '',
      ],
    ])
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('5.1 add: a page with two feeds', () =>
  expectTranscript('add', story, { at: now, words: ['add', `${story.server.url}/`], answers: [['Add which?', '']] }))

test('5.3 a broken feeds.yaml: all mistakes at once', async () => {
  writeFeeds(
    story,
    `titel: Planet XMPP
url: https://planet.xmpp.example
feeds:
  - https://bob.example/feed
  - url: alice.example/feed.xml
  - http://www.bob.example/feed/
`,
  )
  await expectTranscript('broken-config', story, { at: now, words: ['build'] })
})

test('5.6 a purge is asked for; a move is written; a feed is taken out', async () => {
  await story.run('2019-04-19T12:00:00Z', 'build')
  const purge = ['purge', 'https://bob.example/2019-03-03-0', '--reason', 'asked by the author']
  await expectTranscript('purge', story, { at: now, words: purge, answers: [['[y/N]', 'y']] })
  await expectTranscript('moved', story, { at: now, words: ['moved'] })
  await expectTranscript('moved-apply', story, { at: now, words: ['moved', '--apply'] })
  await expectTranscript('remove', story, { at: now, words: ['remove', 'Bob'], answers: [['(keep)', '']] })
  await expectTranscript('why', story, { at: now, words: ['why', 'https://bob.example/2019-03-03-0'] })
  await expectTranscript('why-unknown', story, { at: now, words: ['why', 'https://bob.example/other'] })
})

test.runIf(hasTerminal)(
  '5.2 a slow server: a line says which is waited for, ten times a second at most, and is gone',
  async () => {
    writeFeeds(story, `${head}  - URL/bob\n  - URL/slow\n`)
    story.server.feeds.set('/slow', async (answer) => {
      await wait(1500)
      answer.writeHead(200).end(atom('Slow', 'slow.example', [['One', '2019-04-01']]))
    })
    const startedAt = performance.now()
    const { screen, drawn, raw } = await story.watch(60, now, ['build'])
    const seconds = (performance.now() - startedAt) / 1000
    expect(drawn.length).toBeGreaterThan(2)
    expect(drawn.length).toBeLessThan(10 * seconds + 2)
    for (const line of drawn)
      expect(line).toMatch(/^[⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏] [012]\/2 feeds {2}(waiting for 127\.0\.0\.1:\d+|writing the site)$/)
    expect(drawn.join('\n')).toContain('1/2 feeds  waiting for 127')
    expect(screen).not.toMatch(/[⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏]|waiting for/)
    expect(raw).toContain('\u001b[32mNew\u001b[m')
  },
)

test.runIf(hasTerminal)('O-04 TERM=dumb: no order to the terminal at all', async () => {
  const { raw } = await story.watch(60, now, ['build'], [], { TERM: 'dumb' })
  expect(raw).toContain('2 feeds')
  expect(raw).not.toContain('\u001b')
})

const questions: [words: string[], prompt: string][] = [
  [['init', 'new'], 'Title: '],
  [['add', 'URL/'], 'Add which?'],
  [['remove', 'Bob'], '(keep)'],
  [['purge', 'https://bob.example/2019-03-03-0'], '[y/N]'],
]

test.runIf(hasTerminal).each(questions)(
  'O-02 Ctrl-C where planet %j asks: nothing is written',
  async (words, prompt) => {
    if (!existsSync(path.join(story.folder, '.planet'))) await story.run('2019-04-19T12:00:00Z', 'build')
    const folder = story.copy()
    const before = readFileSync(path.join(folder, 'feeds.yaml'))
    const said = words.map((word) => word.replace('URL', story.server.url))
    const { code } = await runOnTerminal(folder, said, {
      columns: 80,
      at: new Date(now),
      answers: [[prompt, '\u0003']],
    })
    expect(code).toBe(130)
    expect(readFileSync(path.join(folder, 'feeds.yaml')).equals(before)).toBe(true)
    expect(readdirSync(folder).sort()).toEqual(['.planet', 'feeds.yaml', 'public'])
  },
)
