import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { makeEncoded } from '../../src/entry-codec.ts'
import type { EntryChange, FeedState } from '../../src/model.ts'
import { makeEntryKeys } from '../../src/normalize/merge/make-entry-keys.ts'
import { lockBuild } from '../../src/store/lock-build.ts'
import { openStore } from '../../src/store/open-store.ts'
import type { PostgresPlace } from '../../src/store/store.ts'
import { makeEntry } from '../make-entry.ts'
import { dropState, placeState, postgres, readBeside, withPostgres } from '../place-state.ts'

if (postgres === undefined) console.log('PLANET_TEST_POSTGRES names no database: PostgreSQL was left out.')

const a = 'https://a.example/feed'
const at = new Date(Date.UTC(2026, 2, 2))
let place: PostgresPlace

describe.skipIf(postgres === undefined)('the state in PostgreSQL', () => {
  beforeEach(() => {
    place = placeState(randomUUID()) as PostgresPlace
  })
  afterEach(() => dropState(place))

  test('O-13 one build at a time; the lock goes with the connection', async () => {
    const lock = await lockBuild(place, async () => undefined)
    await expect(lockBuild(place, async () => '14:00 (pid 4711)')).rejects.toThrow(
      'another build has been running since 14:00 (pid 4711); nothing done',
    )
    const other = { ...place, schema: `${place.schema}_b` }
    await (await lockBuild(other, async () => undefined)).release()
    await endConnections(lock.connection)
    await (await lockBuild(place, async () => undefined)).release()
    // Who has lost the lock writes nothing any more.
    await expect(openStore(place, { lock })).rejects.toThrow('try again later')
    await lock.release()
  })

  test('a connection that is lost in the middle of a batch: one sentence, and nothing is half kept', async () => {
    const store = await openStore(place)
    await store.subscribe([{ url: a }])
    await store.apply(a, [added('kept')], await stateOf(store), at, { touchAll: false, sanitiser: 1 })
    await store.land()
    await store.apply(a, [added('lost')], await stateOf(store), at, { touchAll: false, sanitiser: 1 })
    await withPostgres((client) =>
      client.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = $1', [
        place.schema,
      ]),
    )
    const lost = await store.land().catch((error: Error) => error)
    expect(String(lost)).toMatch(
      /^LostError: postgres:\/\/planet@.*(the server has ended the connection|the connection was lost); what was not whole was not kept/,
    )
    await store.close().catch(() => undefined)
    expect(await readBeside(place, 'SELECT published_id FROM entries')).toEqual([{ published_id: 'kept' }])
  })
})

async function stateOf(store: Awaited<ReturnType<typeof openStore>>): Promise<FeedState> {
  const [feed] = await store.feeds()
  if (feed === undefined) throw new Error('no feed')
  return feed.state
}

function added(id: string): EntryChange {
  const entry = makeEntry({ id, link: `https://a.example/${id}` })
  const times = { firstSeen: at, position: at, updatedShown: at }
  const record = { feed: a, ids: [id], publishedId: id, rank: 1, offFront: undefined, offSite: undefined, ...times }
  return { kind: 'added', entry: makeEncoded(entry), keys: makeEntryKeys(entry), entryHash: id, record }
}

/** As the server does that is stopped. */
async function endConnections(connection: Awaited<ReturnType<typeof lockBuild>>['connection']): Promise<void> {
  const row = await connection?.get<{ pid: number }>('SELECT pg_backend_pid() AS pid')
  await withPostgres((client) => client.query('SELECT pg_terminate_backend($1)', [row?.pid]))
}
