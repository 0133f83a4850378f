import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { loadFaces } from '../../src/render/site/load-faces.ts'
import { makePlanet } from './make-site.ts'

const svg = '<svg xmlns="http://www.w3.org/2000/svg"/>'

test('a face is a picture by its bytes, below the root, wherever links lead', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'planet-faces-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const root = path.join(folder, 'planet')
  for (const name of ['faces', '.planet']) mkdirSync(path.join(root, name), { recursive: true })
  const files = { 'faces/good.svg': svg, 'faces/bad.png': 'very secret', '.planet/a.svg': svg, '../outside.svg': svg }
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(root, name), text)
  symlinkSync(path.join(folder, 'outside.svg'), path.join(root, 'faces/out.svg'))
  symlinkSync(path.join(root, '.planet/a.svg'), path.join(root, 'faces/state.svg'))
  symlinkSync(path.join(root, 'faces/good.svg'), path.join(root, 'faces/again.svg'))
  const names = ['good', 'again', 'bad', 'out', 'state', 'none']
  const [subscription] = makePlanet().subscriptions
  if (subscription === undefined) throw new Error('no subscription')
  const subscriptions = names.map((name) => ({
    ...subscription,
    ...{ name, source: { url: `https://${name}.example/`, face: `faces/${name}.${name === 'bad' ? 'png' : 'svg'}` } },
  }))
  const { faces, files: taken, warnings } = await loadFaces(subscriptions, root)
  expect([...faces.values()]).toEqual(['faces/good.svg', 'faces/again.svg'])
  expect(taken.map((file) => [file.path, String(file.bytes)])).toEqual([...faces.values()].map((file) => [file, svg]))
  expect(warnings).toEqual([
    ...['bad: its face faces/bad.png', 'out: its face faces/out.svg', 'state: its face faces/state.svg'].map(
      (start) => `${start} is no picture below ${root}; it is not shown`,
    ),
    `none: its face faces/none.svg cannot be read; expected at ${path.join(root, 'faces/none.svg')}`,
  ])
})
