import { createHash } from 'node:crypto'
import pg from 'pg'
import type { PostgresPlace, StatePlace } from '../src/store/store.ts'

/**
 * The engine that tests of the state run on, from the environment: `PLANET_TEST_POSTGRES` is the address of a database whose schemas they
 * may make and drop. Without it, and where nothing else is said, the engine is SQLite. `.ci/run` has both.
 */
export const postgres = process.env.PLANET_TEST_POSTGRES

/** Where a test keeps a state: in the folder, or in a schema that is named after it. */
export function placeState(folder: string, on: string | null = postgres ?? null): StatePlace {
  if (on === null) return { kind: 'folder', folder }
  const schema = `test_${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`
  return { kind: 'postgres', url: on, schema, planet: 'https://planet.example/', folder }
}

/** Take away what a test has left in a database; a folder goes with the test's own. */
export async function dropState(place: StatePlace): Promise<void> {
  if (place.kind === 'postgres')
    await withPostgres((client) => client.query(`DROP SCHEMA IF EXISTS ${place.schema} CASCADE`))
}

export async function withPostgres<T>(use: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: postgres })
  await client.connect()
  try {
    return await use(client)
  } finally {
    await client.end()
  }
}

/** What a schema holds, through a connection of the test's own. */
export async function readBeside({ schema }: PostgresPlace, sql: string): Promise<unknown[]> {
  return withPostgres(async (client) => {
    await client.query(`SET search_path TO ${schema}`)
    return (await client.query(sql)).rows
  })
}
