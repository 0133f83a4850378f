import { afterAll, beforeAll, expect, test } from 'vitest'
import { renderFeedLine } from '../../src/commands/render-build-summary.ts'
import { openPlanet } from '../open-planet.ts'
import { listFaults } from './faults.ts'
import { controlTitle, type FaultServer, openFaultServer } from './open-fault-server.ts'

let server: FaultServer

beforeAll(async () => {
  server = await openFaultServer()
})

afterAll(() => server.close())

const names = listFaults({ port: 1 }).map(({ name }) => name)

test.each(names)('H-24 K-20 a feed that is bad costs itself only: %s', async (name) => {
  const fault = server.faults[names.indexOf(name)]
  if (fault === undefined) throw new Error(`there is no fault called ${name}`)
  // Only who is to be too slow gets little time: a busy machine is no fault of the feed.
  const timeout = fault.comes === 'TIMEOUT' ? '700ms' : '15s'
  const planet = openPlanet(
    `outputs: [html, atom, opml]\narchive: {pages: [day]}\nfetch: {timeout: ${timeout}, host_parallel: 4}\nfeeds:\n  - ${server.urlOf(fault)}\n  - {url: ${server.controlUrl}, timeout: 15s}`,
  )
  const { feeds, outage } = await planet.buildAt(0)
  const [bad, good] = feeds
  const came = bad?.problem?.code ?? (bad?.result === 'new-entries' ? 'Kept' : bad?.result)
  expect([outage, good?.result, came]).toEqual([false, 'new-entries', fault.comes])
  const front = planet.page('index.html')
  expect(front).toContain(controlTitle)
  if (fault.comes === 'Kept') expect(planet.page('atom.xml')).toContain('>Kept</title>')
  for (const file of ['index.html', 'atom.xml', 'opml.xml']) {
    expect(planet.page(file)).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/)
  }
  const line = bad === undefined ? '' : renderFeedLine(bad, String)
  expect(line).toMatch(/^.{1,200} <http:\/\/127\.0\.0\.1:\d+\/\d+>: .{10,}$/)
  expect(line).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/)
  expect(server.strayed()).toBe(0)
})
