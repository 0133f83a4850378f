import { copyFileSync, existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { StatePlace } from '../store/store.ts'

/** The database and SQLite's files beside it: a killed build leaves its write-ahead log there. And the kept reading lists. */
const files = ['planet.db', 'planet.db-wal', 'lists.json']

/**
 * A state on which a build can be tried: a copy of the state folder, in a new folder; a PostgreSQL database is used in place, since
 * everything can be rolled back there. Nobody may write to the state meanwhile.
 */
export function copyFolder(state: StatePlace): StatePlace {
  if (state.kind === 'postgres') return state
  const folder = mkdtempSync(path.join(tmpdir(), 'planet-dry-run-'))
  for (const file of files.filter((name) => existsSync(path.join(state.folder, name)))) {
    copyFileSync(path.join(state.folder, file), path.join(folder, file))
  }
  return { kind: 'folder', folder }
}
