import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { loadConfig } from '../../src/config/load-config.ts'
import { runPlanet } from '../cli/run-planet.ts'
import { measureCpu } from '../measure-cpu.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'planet-import-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
})
const write = (name: string, text: string) => {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
  writeFileSync(path.join(folder, name), text)
}
const config = () => readFileSync(path.join(folder, 'feeds.yaml'), 'utf8')
const run = (...words: string[]) => runPlanet(folder, 'import', ...words)

const blogs = Array.from({ length: 600 }, (_, index) => {
  const dead =
    index % 5 === 0
      ? `# [http://dead-${index}.example/feed]\n# name = Dead ${index}\n# 2013-04-05: ${index} days (ranti)\n\n`
      : ''
  return `${dead}[http://blog-${index}.example/feed]\nname = Blog ${index}\nface = face-${index % 3}.png\n\n`
})
const planet = `# The planet of all\n[Planet]\nname = Planet Six Hundred\nlink = http://six.example/\nowner_email = ann@six.example\n\n${blogs.join('')}`

test('M-01 M-05 M-06 six hundred feeds: all, in order, comments in place, faces copied; a second import changes nothing', async () => {
  write('config.ini', planet)
  write('images/face-0.png', 'zero')
  write('theme/images/face-1.png', 'one')
  const { code, stdout } = await run('config.ini')
  expect(code).toBe(0)
  expect(stdout).toContain('600 feeds, in their order')
  expect(stdout).toContain('2 faces, in faces/')
  expect(stdout.match(/face-2\.png/g)).toHaveLength(1)
  const text = config()
  expect([...text.matchAll(/- url: http:\/\/blog-(\d+)\.example/g)].map(([, number]) => Number(number))).toEqual(
    Array.from({ length: 600 }, (_, index) => index),
  )
  expect(text).toContain('# The planet of all\ntitle: Planet Six Hundred\n')
  expect(text).toContain(
    '  # [http://dead-5.example/feed]\n  # name = Dead 5\n  # 2013-04-05: 5 days (ranti)\n\n  - url: http://blog-5.example/feed\n',
  )
  expect(readFileSync(path.join(folder, 'faces/face-1.png'), 'utf8')).toBe('one')
  expect((await loadConfig(path.join(folder, 'feeds.yaml'))).feeds).toHaveLength(600)

  const again = await run('config.ini')
  expect(again).toMatchObject({ code: 0, stdout: expect.stringContaining('all stood there already') })
  expect(config()).toBe(text)
})

test('forty thousand lines that nobody can read take a time that grows with them', async () => {
  write('config.ini', `[Planet]\nname = P\n[http://a.example/f]\nname = A\n${'[\n'.repeat(40_000)}`)
  const { result, cpuMs } = await measureCpu(() => run('config.ini', '--dry-run'))
  expect(result.stdout).toContain('5, 6, 7, 8, 9 and 39995 more: cannot be read')
  expect(cpuMs).toBeLessThan(5_000)
})

test('M-06 the report has four groups; --strict asks for the last to be empty; --json has it all; --dry-run writes nothing', async () => {
  write(
    'config.ini',
    '[Planet]\nname = P\nlink = http://p.example/\nlog_level = DEBUG\nowner_email = ann at p\n[http://a.example/f\nname = A\n',
  )
  const dry = await run('config.ini', '--dry-run', '--json')
  expect(JSON.parse(dry.stdout)).toMatchObject({
    schema: 1,
    feeds: 1,
    added: 1,
    done: false,
    groups: {
      changed: [{ line: 6, message: expect.stringContaining('lost a bracket') }],
      dropped: [{ line: 4, message: 'log_level = DEBUG' }],
      'needs you': [{ line: 5, message: expect.stringContaining('owner.email') }],
    },
  })
  expect(existsSync(path.join(folder, 'feeds.yaml'))).toBe(false)
  const { code, stdout } = await run('config.ini', '--strict')
  expect(code).toBe(3)
  expect(stdout).toMatch(/\nKept\n[\s\S]*\nChanged\n[\s\S]*config\.ini:6: [\s\S]*\nDropped\n[\s\S]*\nNeeds you\n/)
})

test('feeds go to the end of a feeds.yaml that is there; all else of it stays, and what was taken down stays gone', async () => {
  const before = `# Ours\ntitle: "Mine"\nurl: 'https://mine.example/'\nfeeds:\n- https://a.example/f   # first\n- url: https://b.example/f\n  name: B\n\npurged:\n- feed: https://gone.example/f\n`
  write('feeds.yaml', before)
  write(
    'list.opml',
    '<opml><head><title>L</title></head><body><outline text="A" xmlUrl="http://www.a.example/f/"/><outline text="C" xmlUrl="https://c.example/f"/><outline text="G" xmlUrl="https://gone.example/f"/></body></opml>',
  )
  const { stdout } = await run('list.opml')
  expect(stdout).toContain('3 feeds: 1 added, 2 stood there already')
  expect(stdout).toContain('https://gone.example/f was taken down here, and stays so')
  // Where nothing is written, nothing stands there as a comment.
  write('list.txt', 'https://a.example/f\nhttps://b.example/f\nwhat is this\n')
  expect((await run('list.txt')).stdout).toContain('list.txt:3: cannot be read: “what is this”; it was not added\n')
  expect(config()).toBe(before.replace('  name: B\n', '  name: B\n- url: https://c.example/f\n  name: C\n'))
  await run('list.opml')
  expect(config()).toContain('name: C\n\npurged:')
  // Its settings stay, so nothing is said of files that other settings would have written.
  write('config.ini', '[Planet]\nname = P\nlink = https://p.example/\n[https://d.example/f]\nname = D\n')
  const { stdout: added } = await run('config.ini')
  expect(added).toMatch(/Kept\n {2}1 feed: added\n\nDropped/)
})

test('M-06 a reading list is said to be added where it is, though no feed is', async () => {
  write('feeds.yaml', 'title: Mine\nurl: https://mine.example/\nfeeds:\n  - https://a.example/f\n')
  write(
    'config.ini',
    '[Planet]\nname = P\n[https://a.example/f]\n[https://lists.example/l.opml]\ncontent_type = opml\n',
  )
  const first = (await run('config.ini')).stdout
  expect(config()).toContain('include:\n  - https://lists.example/l.opml')
  expect(first).toContain('Imported config.ini')
  expect(first).toContain('1 feed: all stood there already')
  expect(first).toMatch(/\n {2}1 reading list: added\n/)
  const again = (await run('config.ini')).stdout
  expect(again).toContain('Nothing to add from config.ini')
  expect(again).toContain('1 reading list: all stood there already')
})

test('M-06 a list that is one line, as readers export it: a feed that stood there already hides nothing of the others', async () => {
  write('feeds.yaml', 'title: Mine\nurl: https://mine.example/\nfeeds:\n  - https://a.example/f\n')
  const outlines = ['https://a.example/f', 'javascript:alert(1)'].map((url) => `<outline type="rss" xmlUrl="${url}"/>`)
  write('one.opml', `<opml version="2.0"><body>${outlines.join('')}</body></opml>`)
  expect((await run('one.opml')).stdout).toMatch(
    /Needs you\n {2}one\.opml:1: "javascript:alert\(1\)" is not a web address/,
  )
  write(
    'two.opml',
    `<opml version="2.0"><body>${outlines.join('')}<outline xmlUrl="feed://b.example/f"/></body></opml>`,
  )
  expect((await run('two.opml')).stdout).toContain('two.opml:1: feed://b.example/f became http://b.example/f')
})

test('M-06 nothing is asked about a feed that stood there already; a report has an end', async () => {
  write(
    'feeds.yaml',
    'title: Mine\nurl: https://mine.example/\nfeeds:\n  - http://127.0.0.1/f\n  - https://a.example/f\n',
  )
  write('list.txt', 'http://127.0.0.1/f\nfeed:https://a.example/f\nhttps://b.example/f\n')
  const { stdout } = await run('list.txt')
  expect(stdout).toContain('3 feeds: 1 added, 2 stood there already')
  expect(stdout).not.toMatch(/Needs you|Changed/)
  write(
    'config.ini',
    `[Planet]\nname = P\n${Array.from({ length: 500 }, (_, at) => `k${at} = 1\n`).join('')}[https://c.example/f]\n`,
  )
  const long = (await run('config.ini')).stdout
  expect(long).toContain(
    "config.ini:102: k99 = 1: nothing of Planet's reads it\n  and 402 more; --json names them all\n",
  )
  expect(JSON.parse((await run('config.ini', '--json')).stdout).groups.dropped).toHaveLength(502)
})

test('a planet that has just begun takes the settings that it does not have', async () => {
  await runPlanet(folder, 'init', '.', '--title', 'Mine', '--url', 'https://mine.example')
  write(
    'config.ini',
    '[Planet]\nname = Old\nlink = http://old.example/\nitems_per_page = 20\ntemplate_files = index.html.tmpl atom.xml.tmpl rss20.xml.tmpl\n[http://a.example/f]\nname = A\n',
  )
  const { stdout } = await run('config.ini')
  expect(stdout).toContain('title: "Old": the settings of a feeds.yaml that is there stay as they are')
  const planet = await loadConfig(path.join(folder, 'feeds.yaml'))
  expect(planet).toMatchObject({
    title: 'Mine',
    show: { entries: 20 },
    aliases: [{ path: 'rss20.xml', format: 'rss' }],
  })
  expect(planet.feeds).toEqual([{ url: 'http://a.example/f', name: 'A' }])
  const text = config()
  await run('config.ini')
  expect(config()).toBe(text)
})

test('a list has no title and address: they are said on the command line, or stand there to be changed', async () => {
  write('urls', 'https://a.example/f\n')
  expect((await run('urls')).stdout).toMatch(/Needs you\n {2}title: .*--title[\s\S]*url: .*--url/)
  expect(config()).toContain('title: Planet\nurl: https://planet.example/\n')
  rmSync(path.join(folder, 'feeds.yaml'))
  expect((await run('urls', '--title', 'Mine: all', '--url', 'https://mine.example', '--strict')).code).toBe(0)
  expect(config()).toContain('title: "Mine: all"\nurl: https://mine.example\n')
})

test('an address of this machine, or of its network, is pointed out', async () => {
  write('urls', 'https://a.example/f\nhttp://127.0.0.1:9200/_all\nhttp://0x7f.1/f\nhttp://[::1]/f\n')
  const { stdout } = await run('urls', '--json')
  const notes: { line: number; message: string }[] = JSON.parse(stdout).groups['needs you']
  expect(notes.filter(({ message }) => message.includes('private network')).map(({ line }) => line)).toEqual([2, 3, 4])
})

test('settings and list may be two files, as moonmoon has them', async () => {
  write('custom/config.yml', 'url: http://moon.example/\nname: Moon\nitems: 7\nrefresh: 3600\n')
  write(
    'custom/people.opml',
    '<opml version="1.1"><head><title>x</title></head><body><outline text="A" htmlUrl="http://a.example/" xmlUrl="http://a.example/f"/></body></opml>',
  )
  await run('custom/config.yml', 'custom/people.opml')
  expect(config()).toContain('title: Moon\nurl: http://moon.example/\nshow:\n  entries: 7\n')
  expect(config()).toContain('- url: http://a.example/f\n    name: A\n    site: http://a.example/\n')
})

const refused: [string, string, string[], RegExp][] = [
  ['no such file', '', ['other'], /there is no other; nothing was written/],
  ['none of the formats', 'Dear diary\n', ['file'], /file is nothing that Planet knows/],
  ['an address', '', ['https://a.example/list.opml'], /fetch it first/],
  ['a folder', '', ['.'], /is a folder/],
]

test.each(refused)('refused: %s', async (_, text, words, message) => {
  write('file', text)
  const { code, stderr } = await run(...words)
  expect(code).toBe(2)
  expect(stderr).toMatch(message)
  expect(existsSync(path.join(folder, 'feeds.yaml'))).toBe(false)
})

const listed = `title: "P & Q"
url: https://p.example/
owner: {name: Ann, email: ann@p.example}
feeds:
  - url: https://a.example/f?x=1&y=2
    name: 'A "quoted" & <b>bold</b> ; blog'
    author: Ann
    site: https://a.example/
    face: https://a.example/a.png
    language: de
    tags: [core, "C++", two words]
    author_force: true
    dates: published
    content: summary
    max_entries: 2
    include: {category: [planet, "/^X-?/i"]}
    exclude: {title: ["50% off"]}
  - url: https://b.example/f
    name: "'B'"
    paused: on holiday
  - url: https://c.example/f
    name: core
    tags: [core]
`

test.each(['opml', 'ini', 'json', 'urls'])(
  'M-09 export --format %s is imported as the same list, and exported the same again',
  async (format) => {
    write('feeds.yaml', listed)
    const { stdout: first, code } = await runPlanet(folder, 'export', '--format', format)
    expect(code).toBe(0)
    const original = await loadConfig(path.join(folder, 'feeds.yaml'))
    rmSync(path.join(folder, 'feeds.yaml'))
    write('list', first)
    await run('list', '--title', 'P & Q', '--url', 'https://p.example/')
    expect((await runPlanet(folder, 'export', '--format', format)).stdout).toBe(first)

    const shape = ['authorForce', 'dates', 'content', 'maxEntries', 'include', 'exclude']
    const kept: Record<string, string[]> = {
      opml: ['url', 'name', 'site', 'language', 'tags'],
      ini: ['url', 'name', 'author', 'site', 'face', 'language', 'tags', 'paused'],
      json: ['url', 'name', 'author', 'site', 'face', 'language', 'tags', 'paused', ...shape],
      urls: ['url'],
    }
    const imported = await loadConfig(path.join(folder, 'feeds.yaml'))
    const pick = (feeds: object[]) =>
      feeds.map((feed) => Object.fromEntries(Object.entries(feed).filter(([key]) => kept[format]?.includes(key))))
    expect(pick(imported.feeds)).toEqual(pick(original.feeds))
  },
)

test('an export knows four formats', async () => {
  write('feeds.yaml', listed)
  expect(await runPlanet(folder, 'export', '--format', 'csv')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('expected one of opml, ini, json, urls'),
  })
})

test('reading lists that are files come along; one that is found nowhere is a comment, and the planet can be built', async () => {
  write('old/friends.opml', '<opml><body><outline text="B" xmlUrl="https://b.example/f"/></body></opml>')
  write('team.opml', '<opml><body><outline text="C" xmlUrl="https://c.example/f"/></body></opml>')
  const list = (name: string) => `[${name}]\ncontent_type = opml\n`
  write(
    'old/config.ini',
    `[Planet]\nname = P\nlink = https://p.example/\n${list('friends.opml')}${list('../team.opml')}${list('gone.opml')}[https://a.example/f]\n`,
  )
  const { stdout } = await run('old/config.ini')
  expect(stdout).toContain(
    'old/config.ini:8: put the reading list gone.opml beside feeds.yaml: it is found nowhere; it stands there as a comment',
  )
  expect(config()).toContain('# include: [gone.opml]\n')
  expect(config()).toContain('\ninclude:\n  - friends.opml\n  - team.opml\n')
  expect(readFileSync(path.join(folder, 'friends.opml'), 'utf8')).toContain('b.example')
  expect((await runPlanet(folder, 'check', '--no-network')).code).toBe(0)
})

test('M-07 rawdog: the file that it includes is read with it, from beside it and from nowhere else', async () => {
  const outside = path.basename(folder)
  write(
    'rawdog/config',
    `plugindirs p\nmaxage 0\nfeeddefaults\n  define_lang de\ninclude feeds\ninclude ../${outside}/rawdog/../secret\ninclude gone\n`,
  )
  write('rawdog/feeds', 'feed 3h http://a.example/f\n  define_name Ann\nfeed 3h nowhere\ninclude config\n')
  write('secret', 'feed 3h http://secret.example/f\n')
  const { code, stdout } = await run('rawdog/config', '--title', 'R', '--url', 'https://r.example')
  expect(code).toBe(0)
  expect(config()).toContain('  - url: http://a.example/f\n    every: 3h\n    name: Ann\n    language: de\n')
  expect(config()).not.toContain('secret')
  expect(stdout).toContain('  feeds:3: "nowhere" is not a web address')
  expect(stdout).toContain('rawdog/config:7: include gone: no such file stands here')
  expect(config().match(/a\.example/g)).toHaveLength(1)
})

test('M-02 a feed that two files have stands there once', async () => {
  write('a.txt', 'https://a.example/f A\nhttps://b.example/f\n')
  write('b.txt', 'https://c.example/f\nhttp://www.a.example/f/ Another\n')
  const { code, stdout } = await run('a.txt', 'b.txt', '--title', 'T', '--url', 'https://t.example')
  expect(code).toBe(0)
  expect(stdout).toContain('3 feeds')
  expect((await loadConfig(path.join(folder, 'feeds.yaml'))).feeds.map(({ url }) => url)).toEqual([
    'https://a.example/f',
    'https://b.example/f',
    'https://c.example/f',
  ])
})

test('M-02 an address of the planet that has a query: what stands before it', async () => {
  write(
    'config.ini',
    '[Planet]\nname = P\nlink = http://p.example/planet/?type=atom10\n\n[http://a.example/f]\nname = A\n',
  )
  const { code, stdout } = await run('config.ini')
  expect(code).toBe(0)
  expect(stdout).toContain('http://p.example/planet/?type=atom10 became http://p.example/planet/: pages stand below it')
  expect((await loadConfig(path.join(folder, 'feeds.yaml'))).url).toBe('http://p.example/planet/')
})

test('M-02 what comes through a pipe is read as a file is: letters of windows-1252, and of UTF-16', () => {
  const text = '[Planet]\nname = Plän\n\n[http://a.example/f]\nname = Jürgen\n'
  const cli = path.join(import.meta.dirname, '../../dist/cli.js')
  for (const [name, input] of [
    ['windows-1252', Buffer.from(text, 'latin1')],
    ['UTF-16', Buffer.from(`\ufeff${text}`, 'utf16le')],
  ] as const) {
    const { status } = spawnSync(process.execPath, [cli, 'import', '-', '-c', `${name}.yaml`], { cwd: folder, input })
    expect([name, status]).toEqual([name, 0])
    expect(readFileSync(path.join(folder, `${name}.yaml`), 'utf8')).toMatch(/^title: Plän\n.*^ {4}name: Jürgen$/ms)
  }
})
