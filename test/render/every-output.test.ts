import { existsSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { outputFiles, outputFormats } from '../../src/config/check-output.ts'
import { openPlanet, timeAt } from '../open-planet.ts'

test('every output that feeds.yaml may name is written, under the name that it is known by', async () => {
  expect([...outputFormats].sort()).toEqual(Object.keys(outputFiles).sort())
  const planet = openPlanet(`outputs: [${outputFormats.join(', ')}]\nfeeds: []`)
  await planet.build(timeAt(0))
  const missing = Object.values(outputFiles).filter((file) => !existsSync(path.join(planet.folder, 'public', file)))
  expect(missing).toEqual([])
})
