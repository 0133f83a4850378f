import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { post, renderFeed } from '../histories/render-feed.ts'
import { runPlanet } from './run-planet.ts'
import { serveFeeds } from './serve-feeds.ts'

test('planet why names the rule that hides an entry, and a dry run counts what a changed rule does', async () => {
  const server = await serveFeeds()
  const folder = mkdtempSync(path.join(tmpdir(), 'planet-filters-'))
  onTestFinished(async () => {
    await server.close()
    rmSync(folder, { recursive: true, force: true })
  })
  const configure = (rules: string) =>
    writeFileSync(
      path.join(folder, 'feeds.yaml'),
      `title: P\nurl: https://planet.example/\nowner: {name: X}\nfeeds:\n  - url: ${server.url}/a\n${rules}`,
    )
  server.feeds.set('/a', renderFeed('/a', [post('Sponsored', '01-02'), post('Sound', '01-01')]))
  configure('')
  await runPlanet(folder, 'build')
  configure('    exclude:\n      title:\n        - nothing\n        - sponsored\n')
  const dry = await runPlanet(folder, 'build', '--offline', '--dry-run')
  expect(dry.stdout).toContain('Rules      1 entry would be hidden\n')
  const before = await runPlanet(folder, 'why', 'https://a.example/sponsored')
  expect(before.stdout).toContain('it is shown')
  await runPlanet(folder, 'build', '--offline')
  const why = await runPlanet(folder, 'why', 'https://a.example/sponsored')
  expect(why.stdout).toContain(
    'it is not shown: its title matches “sponsored”, which exclude.title takes out (feeds.yaml:9)',
  )
  configure('    include:\n      category: [planet]\n')
  await runPlanet(folder, 'build', '--offline')
  const other = await runPlanet(folder, 'why', 'https://a.example/sound', '--json')
  expect(JSON.parse(other.stdout).entries[0]).toMatchObject({
    status: 'not-shown',
    reason: 'filtered',
    message: 'it is not shown: nothing that include asks for is in it (feeds.yaml:6)',
  })
  configure('')
  const gone = await runPlanet(folder, 'why', 'https://a.example/sound')
  expect(gone.stdout).toContain('planet build brings it back')
  const back = await runPlanet(folder, 'build', '--offline', '--json')
  expect(JSON.parse(back.stdout).filtered).toEqual({ hidden: 0, back: 2 })
})
