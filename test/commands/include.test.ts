import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { runPlanet } from '../cli/run-planet.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'planet-include-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
})
const write = (name: string, text: string) => {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
  writeFileSync(path.join(folder, name), text)
}
const config = (lines: string) => write('feeds.yaml', `title: P\nurl: https://p.example/\n${lines}`)
const urls = async () => (await runPlanet(folder, 'export', '--format', 'urls')).stdout.trim().split('\n')

test('a list may be a file: YAML, OPML, planet.ini; a path counts from its file; private addresses are the operator’s own there', async () => {
  config('feeds:\n  - https://own.example/f\ninclude:\n  - lists/team.yaml\n  - url: lists/old.ini\n    tags: [old]\n')
  write(
    'lists/team.yaml',
    'feeds:\n  - url: https://a.example/f\n    name: A\n  - http://own.example/f/\n  - http://192.168.1.2/f\n',
  )
  write(
    'lists/old.ini',
    '[Planet]\nname = Old\n[http://b.example/f]\nname = B\n[more/others.opml]\ncontent_type = opml\n',
  )
  write(
    'lists/more/others.opml',
    '<opml><body><outline text="C" xmlUrl="https://c.example/f"/><outline type="include" url="../team.yaml"/></body></opml>',
  )
  expect(await urls()).toEqual([
    'https://own.example/f',
    'https://a.example/f',
    'http://192.168.1.2/f',
    'http://b.example/f',
    'https://c.example/f',
  ])
  const { stdout } = await runPlanet(folder, 'export', '--format', 'json')
  expect(JSON.parse(stdout).feeds.find(({ url }: { url: string }) => url === 'https://c.example/f')).toMatchObject({
    name: 'C',
    tags: ['old'],
  })
  expect(await runPlanet(folder, 'remove', 'A')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('comes from the reading list lists/team.yaml'),
  })
})

const refused: [string, string, RegExp][] = [
  ['that is not there', 'include: [team.yaml]', /feeds\.yaml:3:11: there is no file "team\.yaml" in the planet's root/],
  ['that is a folder', 'include:\n  - url: lists', /feeds\.yaml:4:10: "lists" is a folder; expected a file in it/],
  ['that is none', 'include: [diary]', /include: diary is nothing that Planet knows/],
  ['outside of the planet', 'include: [../team.yaml]', /feeds\.yaml:3:11: .*not below the planet's root/],
  ['of another scheme', 'include: ["ftp://a.example/list"]', /feeds\.yaml:3:11: .*only http:\/\/ and https:\/\//],
  [
    'with a key of its own',
    'include:\n  - {url: diary, defaults: {frist: 3}}',
    /expected keys of a feed, for example first: 3/,
  ],
]

test.each(refused)('refused: a list %s', async (_, lines, message) => {
  config(lines)
  write('diary', 'Dear diary\n')
  write('lists/friends.opml', '')
  const { code, stderr } = await runPlanet(folder, 'export')
  expect(stderr).toMatch(message)
  expect(code).toBe(2)
})

test('a list that is imported is a reading list of feeds.yaml, once', async () => {
  write(
    'config.ini',
    '[Planet]\nname = P\nlink = https://p.example/\n[http://a.example/f]\nname = A\n[https://lists.example/friends.opml]\ncontent_type = opml\n',
  )
  expect((await runPlanet(folder, 'import', 'config.ini')).stdout).toContain('1 reading list')
  const { stdout } = await runPlanet(folder, 'import', 'config.ini')
  expect(stdout).not.toContain('Needs you')
  expect(await urls()).toEqual(['http://a.example/f'])
})
