import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { runPlanet } from './run-planet.ts'

/** A planet without feeds: it has pages all the same. */
function makePlanet(files: string[] = []): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'planet-places-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  writeFileSync(path.join(folder, 'feeds.yaml'), 'title: P\nurl: https://planet.example/\n')
  for (const file of files) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
    writeFileSync(path.join(folder, file), `mine: ${file}`)
  }
  return folder
}

function filesOf(root: string): Record<string, string> {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) =>
    statSync(path.join(root, file)).isFile(),
  )
  return Object.fromEntries(files.sort().map((file) => [file, readFileSync(path.join(root, file), 'utf8')]))
}

test('O-12 files that Planet did not write are named, all of them, before anything is written; --adopt takes them over', async () => {
  const mine = ['index.html', '404.html', 'feed.json', 'about/index.html']
  const folder = makePlanet([...mine, 'google1234.html'].map((file) => `www/${file}`))
  const site = path.join(folder, 'www')
  const before = filesOf(site)
  const { code, stdout, stderr } = await runPlanet(folder, 'build', '-o', 'www')
  expect([code, stdout]).toEqual([1, ''])
  const named = [...stderr.matchAll(/^ {2}(.*)$/gm)].map(([, file = '']) => path.relative(site, file))
  expect(named.sort()).toEqual([...mine].sort())
  expect(stderr).toContain('planet build --adopt')
  expect(filesOf(site)).toEqual(before)
  expect((await runPlanet(folder, 'build', '-o', 'www', '--adopt')).code).toBe(0)
  const after = filesOf(site)
  for (const file of mine) expect(after[file], file).not.toContain('mine')
  expect(after['google1234.html']).toBe('mine: www/google1234.html')
})

test.each([
  [
    'build',
    ['-o', '.'],
    /^planet: the site would be written around .*feeds\.yaml: name a folder of its own with --output\n$/,
  ],
  ['purge x', ['--state', 'public/.planet'], /^planet: the state would be published with the site/],
])('planet %s is refused with %j; nothing is written', async (command, words, message) => {
  const folder = makePlanet()
  const { code, stderr } = await runPlanet(folder, ...command.split(' '), ...words)
  expect([code, stderr]).toEqual([2, expect.stringMatching(message)])
  expect(Object.keys(filesOf(folder))).toEqual(['feeds.yaml'])
})
