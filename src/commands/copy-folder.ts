import { copyFileSync, existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** The database and what SQLite keeps beside it: a build that was killed leaves its log there. */
const files = ['planet.db', 'planet.db-wal', 'lists.json']

/** A copy of a state folder, in a folder of its own, to try a build on. Nobody may be writing to the state meanwhile. */
export function copyFolder(state: string): string {
  const copy = mkdtempSync(path.join(tmpdir(), 'planet-dry-run-'))
  for (const file of files.filter((name) => existsSync(path.join(state, name)))) {
    copyFileSync(path.join(state, file), path.join(copy, file))
  }
  return copy
}
