import { copyFileSync, existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { StatePlace } from '../store/store.ts'

/** The database and what SQLite keeps beside it: a build that was killed leaves its log there. */
const files = ['planet.db', 'planet.db-wal', 'lists.json']

/**
 * Where a build can be tried: a copy of the state folder, in a folder of its own; a database is where it is, since all can be undone
 * there. Nobody may be writing to the state meanwhile.
 */
export function copyFolder(state: StatePlace): StatePlace {
  if (state.kind === 'postgres') return state
  const folder = mkdtempSync(path.join(tmpdir(), 'planet-dry-run-'))
  for (const file of files.filter((name) => existsSync(path.join(state.folder, name)))) {
    copyFileSync(path.join(state.folder, file), path.join(folder, file))
  }
  return { kind: 'folder', folder }
}
