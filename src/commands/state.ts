import path from 'node:path'
import { copyState } from '../store/copy-state.ts'
import type { Copied } from '../store/copy-tables.ts'
import { isSameDatabase } from '../store/is-same-database.ts'
import { lockBuild } from '../store/lock-build.ts'
import { hasStore, readHolder } from '../store/open-store.ts'
import { explainDamage } from '../store/state-error.ts'
import type { StatePlace } from '../store/store.ts'
import { hidePassword } from '../text/hide-password.ts'
import { exitCodes } from './exit-codes.ts'
import { findStatePlace, isPostgres } from './find-state-place.ts'
import type { StateFlags } from './flags.ts'
import { loadPlanet } from './load-planet.ts'
import { complain, print, printJson } from './print.ts'
import { UsageError } from './usage-error.ts'

/**
 * `planet state copy`: copy all that a planet remembers to another place. Neither place can be built meanwhile.
 *
 * @param from where a state is
 * @param to a place without a state, or with a part of this one
 * @returns the exit code
 */
export async function runState(from: string, to: string, flags: StateFlags): Promise<number> {
  const source = await findPlace(from)
  const target = await findPlace(to)
  if (JSON.stringify(source) === JSON.stringify(target)) throw new UsageError(bothSame)
  if (!(await hasStore(source)))
    throw new UsageError(`${showWord(from)} holds no state of a planet: expected where one is`)
  const lock = await lockBuild(source, () => readHolder(source))
  const locks = [lock]
  try {
    if (target.kind === 'postgres' && lock.connection && (await isSameDatabase(lock.connection, target)))
      throw new UsageError(bothSame)
    locks.push(await lockBuild(target, () => readHolder(target)))
    const onTable = ({ name, rows, hash }: Copied['tables'][number]) => complain(`${name}: ${rows}, ${hash}\n`)
    const copied = await copyState(source, target, flags.verbose && !flags.quiet ? { onTable } : {})
    if (flags.json) printJson({ schema: 1, ...copied })
    else if (!flags.quiet) print(explain(copied, showWord(to)))
    return exitCodes.done
  } catch (error) {
    throw explainDamage(error, target)
  } finally {
    for (const lock of locks) await lock.release()
  }
}

const bothSame = 'both are the same place: name another one to copy to'

/** The place that a word names; the schema in a database comes from the configuration of the current folder's planet. */
async function findPlace(word: string): Promise<StatePlace> {
  if (isPostgres(word)) return findStatePlace(word, (await loadPlanet({ color: false })).config)
  if (/^[a-z]+:\/\//i.test(word)) {
    throw new UsageError(`${word} is no folder, and no address of a PostgreSQL database`)
  }
  return { kind: 'folder', folder: path.resolve(word) }
}

/** What was given, without the password in it. */
function showWord(word: string): string {
  return isPostgres(word) ? hidePassword(word) : word
}

function explain({ kind, tables }: Copied, to: string): string {
  const rows = new Map(tables.map(({ name, rows }) => [name, rows]))
  const what = `${count(rows.get('feeds'), 'feed', 'feeds')} and ${count(rows.get('entries'), 'entry', 'entries')}`
  const verb = kind === 'same' ? 'Both are the same already:' : kind === 'resumed' ? 'Went on, and copied' : 'Copied'
  return `${verb} ${what}; all ${tables.length} tables were compared.  Build there with --state ${to}\n`
}

function count(number = 0, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`
}
