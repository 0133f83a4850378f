import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { makePng } from '../pictures/make-png.ts'
import { openGallery } from '../pictures/open-gallery.ts'
import { runPlanet } from './run-planet.ts'

test('P-44 planet build keeps pictures, --verbose says why one could not be had, and --json counts them', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'planet-pictures-'))
  const gallery = await openGallery({ '/good.png': makePng(30, 20), '/lie.png': Buffer.from('<!doctype html>') })
  onTestFinished(async () => {
    await gallery.close()
    rmSync(folder, { recursive: true })
  })
  const show = (names: string[]) =>
    gallery.hang(names.map((name) => `<p><img src="${gallery.url}${name}" alt="x"></p>`))
  const head =
    'title: Planet Test\nurl: https://planet.example\nsearch: false\nfetch: {host_delay: 0s}\nimages: cache\n'
  writeFileSync(path.join(folder, 'feeds.yaml'), `${head}feeds:\n  - ${gallery.url}/feed\n`)
  show(['/good.png', '/lie.png'])
  const told = await runPlanet(folder, 'build', '--verbose')
  expect(told.code).toBe(0)
  expect(told.stderr).toContain(`picture ${gallery.url}/lie.png: is no picture that browsers show\n`)
  expect(told.stderr).not.toContain('good.png')
  const page = readFileSync(path.join(folder, 'public', 'index.html'), 'utf8')
  expect(page).toMatch(/<img src="pictures\/[0-9a-f]{24}-30\.webp" alt="x"/)
  expect(readdirSync(path.join(folder, '.planet', 'pictures'))).toHaveLength(1)
  show(['/gone.png', '/lie.png'])
  const counted = await runPlanet(folder, 'build', '--refresh', '--json')
  expect(JSON.parse(counted.stdout).pictures).toEqual({ kept: 0, failed: 1, waiting: 0 })
  // It went with what showed it.
  expect(readdirSync(path.join(folder, '.planet', 'pictures'))).toEqual([])
  expect((await runPlanet(folder, 'build', '--offline', '--json')).stdout).not.toContain('"pictures"')
})
