import { createHash } from 'node:crypto'
import path from 'node:path'
import type { Config } from '../config/schema.ts'
import type { StatePlace } from '../store/store.ts'

/** True for the address of a PostgreSQL database; the driver reads the rest of it. */
export function isPostgres(place: string): boolean {
  return /^postgres(ql)?:\/\//.test(place)
}

/**
 * Where a planet keeps its state: where the command line says, else where feeds.yaml says, else in `.planet` in the planet's root.
 *
 * @param given `--state`
 */
export function findStatePlace(given: string | undefined, { state, state_schema, url, root }: Wanted): StatePlace {
  const database = given ?? state
  const folder = path.join(root, '.planet')
  if (!isPostgres(database)) return { kind: 'folder', folder: path.resolve(given ?? folder) }
  return { kind: 'postgres', url: database, schema: state_schema ?? makeSchemaName(url), planet: url, folder }
}

type Wanted = Pick<Config, 'state' | 'state_schema' | 'url' | 'root'>

/** Longest name in PostgreSQL, in bytes; it cuts longer names. */
const longest = 63

/** "https://example.org/planet/" → "planet_example_org_planet". */
function makeSchemaName(url: string): string {
  const name = `planet_${url
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/_$/, '')}`
  if (name.length <= longest) return name
  return `${name.slice(0, longest - 9)}_${createHash('sha256').update(url).digest('hex').slice(0, 8)}`
}
