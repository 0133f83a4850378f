import type { Connection } from './database.ts'
import { showPlace } from './explain-postgres.ts'
import { isSameDatabase } from './is-same-database.ts'
import { migrations } from './migrations.ts'
import { quoteName } from './open-postgres.ts'
import { postgresBaseline, postgresSchema, postgresViews } from './postgres-schema.ts'
import { StateError } from './state-error.ts'
import type { PostgresPlace } from './store.ts'
import { writePostgresStep } from './write-postgres.ts'

/** The statements that look at a schema before anything else, by name. */
const statements = {
  find: `SELECT (SELECT count(*) FROM pg_namespace WHERE nspname = :schema) AS schemas,
    (SELECT count(*) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = :schema) AS tables,
    (SELECT count(*) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname = :schema AND c.relname IN ('meta', 'entries', 'schema_version')) AS ours`,
  read: 'SELECT version, planet FROM schema_version',
  clear: 'DELETE FROM schema_version',
  write: 'INSERT INTO schema_version (version, planet) VALUES (?, ?)',
}

type Found = { schemas: number; tables: number; ours: number }

/** True where the schema holds the state of a planet. */
export async function hasPostgresState(connection: Connection, { schema }: PostgresPlace): Promise<boolean> {
  const found = await connection.get<Found>(statements.find, { schema })
  return found?.ours === 3
}

/**
 * Bring a schema to the version that this program works with, or make it where there is none: in one transaction, by one process where
 * several begin at once.
 *
 * @throws StateError where the schema is newer, another planet's or another program's; nothing is touched then
 */
export async function migratePostgres(connection: Connection, place: PostgresPlace, steps = migrations): Promise<void> {
  if (await isCurrent(connection, place, steps.length)) return
  if ((await readVersion(connection, place, steps.length)) === 0) await checkLocks(connection, place)
  await connection.exec('BEGIN')
  try {
    await connection.get('SELECT pg_advisory_xact_lock(hashtextextended(?, 0))', `planet schema ${place.schema}`)
    const version = await readVersion(connection, place, steps.length)
    if (version !== steps.length) await migrate(connection, place, version, steps)
    await connection.exec('COMMIT')
  } catch (error) {
    if (connection.isOpen()) await connection.exec('ROLLBACK')
    throw error
  }
}

/**
 * Run before a schema is made: some engines that speak PostgreSQL's protocol report a lock as taken, but let others take it, too.
 *
 * @throws StateError
 */
async function checkLocks(connection: Connection, place: PostgresPlace): Promise<void> {
  if (await isSameDatabase(connection, place)) return
  throw new StateError(
    `${showPlace(place)}: its advisory locks hold nobody back, so that two builds would not know of each other; nothing was changed. CockroachDB has none, and behind a pooler in transaction mode they are another's (docs/postgresql.md)`,
  )
}

/** True where the schema is up to date, as it nearly always is: one statement tells. Anything else is for `readVersion` to find out. */
async function isCurrent(connection: Connection, { planet }: PostgresPlace, newest: number): Promise<boolean> {
  try {
    const row = await connection.get<{ version: number; planet: string }>(statements.read)
    return row?.version === newest && row.planet === planet
  } catch (error) {
    // The table or the column does not exist (SQLSTATE 42P01, 42703).
    if (error instanceof Error && 'code' in error && /^42(P01|703)$/.test(String(error.code))) return false
    throw error
  }
}

async function migrate(connection: Connection, place: PostgresPlace, version: number, steps: typeof migrations) {
  const found = await connection.get<Found>(statements.find, { schema: place.schema })
  if (found?.schemas === 0) await connection.exec(`CREATE SCHEMA ${quoteName(place.schema)}`)
  await connection.exec(postgresViews.drop)
  if (version === 0) await connection.exec(postgresSchema)
  for (const step of steps.slice(Math.max(version, postgresBaseline))) {
    if (typeof step !== 'string') throw new Error('a step of the schema that only SQLite can do')
    await connection.exec(writePostgresStep(step))
  }
  // Steps that make a view again are written for SQLite: PostgreSQL's views replace theirs.
  await connection.exec(postgresViews.drop)
  await connection.exec(postgresViews.create)
  await connection.run(statements.clear)
  await connection.run(statements.write, steps.length, place.planet)
}

/** @returns 0 where the schema has no tables yet */
async function readVersion(connection: Connection, place: PostgresPlace, newest: number): Promise<number> {
  const found = await connection.get<Found>(statements.find, { schema: place.schema })
  if (found === undefined || found.tables === 0) return 0
  const refuse = (why: string) => new StateError(`${showPlace(place)} ${why}`)
  if (found.ours !== 3) {
    throw refuse('is a schema of another program; nothing was touched. Name another with state_schema')
  }
  const row = await connection.get<{ version: number; planet: string }>(statements.read)
  const { version, planet } = row ?? { version: 0, planet: place.planet }
  if (version > newest) throw refuse('was written by a newer version of planet; nothing was touched. Update planet')
  if (planet !== place.planet) {
    throw refuse(
      `is the state of ${planet}; nothing was touched. Name another with state_schema; or, where that planet has moved here, run once: UPDATE ${quoteName(place.schema)}.schema_version SET planet = '${place.planet.replaceAll("'", "''")}'`,
    )
  }
  return version
}
