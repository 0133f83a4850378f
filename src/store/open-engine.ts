import { existsSync } from 'node:fs'
import path from 'node:path'
import { makeFolder } from '../make-folder.ts'
import type { Connection, Database } from './database.ts'
import { privateFolder } from './keep-private.ts'
import type { BuildLock } from './lock-build.ts'
import { openDatabase } from './open-database.ts'
import { openSqlite } from './open-sqlite.ts'
import { rehearse } from './rehearse.ts'
import { shareConnection } from './share-connection.ts'
import { shareWrites } from './share-writes.ts'
import type { StatePlace } from './store.ts'

/** How a state is opened: through the connection of a lock, if one is held; and whether all changes are undone in the end. */
export type Opening = { lock?: BuildLock | undefined; isRehearsal?: boolean }

/** Open the database of a state; it is made where there is none, and brought to the schema of this version. */
export async function openEngine(place: StatePlace, { lock, isRehearsal }: Opening = {}): Promise<Database> {
  if (place.kind === 'folder') {
    makeFolder(place.folder, privateFolder)
    return shareConnection(openSqlite(openDatabase(path.join(place.folder, 'planet.db'))))
  }
  // Loaded here, since most planets do not use PostgreSQL.
  const { openPostgres } = await import('./open-postgres.ts')
  const { migratePostgres } = await import('./migrate-postgres.ts')
  const held = lock?.connection
  const connection: Connection =
    held === undefined ? await openPostgres(place) : { ...held, close: async () => undefined }
  try {
    await migratePostgres(connection, place)
    if (lock?.isShared) return shareConnection(shareWrites(connection, place))
    return shareConnection(isRehearsal ? await rehearse(connection) : connection)
  } catch (error) {
    await connection.close()
    throw error
  }
}

/** True where a state exists: commands that only read must not make one. */
export async function hasStore(place: StatePlace): Promise<boolean> {
  if (place.kind === 'folder') return existsSync(path.join(place.folder, 'planet.db'))
  const { openPostgres } = await import('./open-postgres.ts')
  const { hasPostgresState } = await import('./migrate-postgres.ts')
  const connection = await openPostgres(place)
  try {
    return await hasPostgresState(connection, place)
  } finally {
    await connection.close()
  }
}
