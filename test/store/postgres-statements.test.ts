import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import type { PostgresPlace } from '../../src/store/store.ts'
import { runPlanet } from '../cli/run-planet.ts'
import { serveFeeds } from '../cli/serve-feeds.ts'
import { post, renderFeed } from '../histories/render-feed.ts'
import { dropState, placeState, postgres } from '../place-state.ts'
import { watchWire } from '../servers/watch-wire.ts'

/** A round trip each, where the server is on another machine. */
const mostStatements = 12

test.skipIf(postgres === undefined)(
  'a build without news asks PostgreSQL a dozen things, however many feeds there are',
  async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'planet-statements-'))
    const [server, wire] = [await serveFeeds(), await watchWire(postgres ?? '')]
    const place = placeState(folder) as PostgresPlace
    const counts: number[] = []
    try {
      for (const feeds of [1, 60]) {
        const paths = Array.from({ length: feeds }, (_, index) => `/${index}`)
        for (const name of paths) server.feeds.set(name, renderFeed(name, [post(`Of ${name}`, '05-01')]))
        const head = `title: P\nurl: ${place.planet}\nstate_schema: ${place.schema}\nfetch: {host_delay: 0s}\n`
        writeFileSync(
          path.join(folder, 'feeds.yaml'),
          `${head}feeds:\n${paths.map((name) => `  - ${server.url}${name}\n`).join('')}`,
        )
        const build = () => runPlanet(folder, 'build', '--refresh', '--state', wire.url)
        for (const _ of ['new', 'known', 'the same']) expect(await build()).toMatchObject({ code: 0, stderr: '' })
        wire.statements.length = 0
        server.requests.length = 0
        expect(await build()).toMatchObject({ code: 0, stderr: '' })
        expect(server.requests.map(({ status }) => status)).toEqual(paths.map(() => 304))
        counts.push(wire.statements.length)
        expect(wire.statements.filter((sql) => /INSERT INTO asks/.test(sql))).toHaveLength(1)
      }
      expect(counts).toEqual([mostStatements, mostStatements])
    } finally {
      wire.close()
      await server.close()
      await dropState(place)
      rmSync(folder, { recursive: true })
    }
  },
)
