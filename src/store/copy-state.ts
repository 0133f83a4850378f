import path from 'node:path'
import { type Copied, type CopyOptions, copyTables } from './copy-tables.ts'
import { openDatabase } from './open-database.ts'
import { openKeptLists } from './open-kept-lists.ts'
import { openSqlite } from './open-sqlite.ts'
import { shareConnection } from './share-connection.ts'

/**
 * Copy a state: all of its tables, and its reading lists. The caller holds the locks of both.
 *
 * @param from the folder of a state
 * @param to a folder without one, or with what an earlier copy of the same left there
 */
export async function copyState(from: string, to: string, options: Omit<CopyOptions, 'name'> = {}): Promise<Copied> {
  const [source, target] = [open(from), open(to)]
  try {
    const copied = await copyTables(source, target, { ...options, name: to })
    const lists = openKeptLists(from).read()
    if (copied.kind !== 'same' && lists.size > 0) openKeptLists(to).write(lists)
    return copied
  } finally {
    await Promise.all([source.close(), target.close()])
  }
}

function open(folder: string) {
  return shareConnection(openSqlite(openDatabase(path.join(folder, 'planet.db'))))
}
