import path from 'node:path'
import { type ConfigEdit, openConfigEdit } from '../config/edit-config.ts'
import { addToList, type ListItem, removeFromList } from '../config/edit-list.ts'
import { keepDollars } from '../config/fill-environment.ts'
import { parseYaml } from '../config/parse-yaml.ts'
import { listFeeds } from '../planet/list-feeds.ts'
import { lockBuild } from '../store/lock-build.ts'
import { openStore, readHolder } from '../store/open-store.ts'
import { explainDamage } from '../store/state-error.ts'
import type { Store } from '../store/store.ts'
import { makeLine } from '../text/make-line.ts'
import { askOperator } from './ask-operator.ts'
import { buildOffline } from './build-offline.ts'
import { exitCodes } from './exit-codes.ts'
import { findPurged, findTakenDown, type Purge } from './find-purged.ts'
import type { PurgeFlags } from './flags.ts'
import { loadPlanet, type PlanetPlaces } from './load-planet.ts'
import { UsageError } from './usage-error.ts'

/** What was done: what `--json` prints. */
type Outcome = { purged: string; undone: boolean; line: number | undefined; written: number; deleted: number }

/**
 * `planet purge`: take an entry or a feed down, now and for ever, or let it come back. feeds.yaml is the record; the site is
 * written again at once, from what is stored.
 *
 * @returns the exit code
 */
export async function runPurge(word: string, flags: PurgeFlags): Promise<number> {
  if (flags.undo && flags.reason !== undefined) throw new UsageError('--undo needs no --reason')
  const places = await loadPlanet(flags)
  const lock = lockBuild(places.state, () => readHolder(places.state))
  try {
    const store = openStore(places.state)
    try {
      const edit = await openConfigEdit(places.config.file)
      return await (flags.undo ? undo(word, places, edit, store, flags) : purge(word, places, edit, store, flags))
    } finally {
      await store.close()
    }
  } catch (error) {
    throw explainDamage(error, path.join(places.state, 'planet.db'))
  } finally {
    lock.release()
  }
}

async function purge(word: string, places: PlanetPlaces, edit: ConfigEdit, store: Store, flags: PurgeFlags) {
  const purgeEntries = await findPurged(word.trim(), await listFeeds(places.config, store), store)
  const { key, value, label } = purgeEntries
  const { purged } = places.config
  const isListed = purged.some((other) => other[key] === value)
  const text = isListed ? edit.text : addToList(edit.text, 'purged', makeItem(purgeEntries, flags.reason))
  if (text === undefined) throw cannotEdit(`${key}: ${value}`, 'add')
  if (flags.dryRun) return say(flags, `Would take down ${label}; nothing was written.`)
  const question = `Takes down ${label}: its text is deleted, goes from all pages and feeds, and does not come back. Go on?`
  if (!isListed && !(await askOperator(makeLine(question)))) return say(flags, 'Nothing was done.')
  if (!isListed) await edit.write(text)
  const { written, deleted } = await rebuild(flags, store)
  const index = isListed ? purged.findIndex((other) => other[key] === value) : purged.length
  const { line } = parseYaml(text).placeOf(['purged', index])
  const outcome: Outcome = { purged: value, undone: false, line, written, deleted }
  const file = path.basename(places.config.file)
  const done = `${isListed ? 'Was taken down already' : 'Done'}: ${label}. ${file} line ${line}: purged. ${countFiles(outcome)}`
  return say(flags, `${done}\nSearch engines and subscribers may still hold copies.`, outcome)
}

async function undo(word: string, places: PlanetPlaces, edit: ConfigEdit, store: Store, flags: PurgeFlags) {
  const { purged, file } = places.config
  const index = await findTakenDown(word.trim(), purged, await listFeeds(places.config, store), store)
  const text = removeFromList(edit.text, 'purged', index)
  const value = purged[index]?.entry ?? purged[index]?.feed ?? word
  if (text === undefined) throw cannotEdit(value, 'remove')
  if (flags.dryRun) return say(flags, `Would let ${value} come back; nothing was written.`)
  await edit.write(text)
  const { written, deleted } = await rebuild(flags, store)
  const outcome: Outcome = { purged: value, undone: true, line: undefined, written, deleted }
  const back =
    'Its text was deleted: it comes back when its feed, which is asked for all it has once more, still has it.'
  return say(flags, `Done: ${value} no longer stands in ${path.basename(file)}. ${back}`, outcome)
}

function makeItem({ key, value }: Purge, reason: string | undefined): ListItem {
  const written = keepDollars(value)
  if (reason === undefined || reason.trim() === '') return key === 'entry' ? written : { feed: written }
  return { [key]: written, reason: keepDollars(reason.trim()) }
}

/** With feeds.yaml as it is now. */
async function rebuild(flags: PurgeFlags, store: Store): Promise<{ written: number; deleted: number }> {
  const report = await buildOffline(await loadPlanet(flags), store)
  return { written: report.written.length, deleted: report.deleted.length }
}

function cannotEdit(item: string, what: 'add' | 'remove'): UsageError {
  const advice = what === 'add' ? 'add this line there by hand' : 'take this out there by hand'
  return new UsageError(`the list purged: is written in a way that planet cannot edit; ${advice}: - ${item}`)
}

function countFiles({ written, deleted }: Outcome): string {
  return `${written + deleted} ${written + deleted === 1 ? 'file' : 'files'} of the site changed.`
}

function say({ json, quiet }: PurgeFlags, text: string, outcome?: Outcome): number {
  if (json)
    process.stdout.write(
      `${JSON.stringify({ schema: 1, done: outcome !== undefined, ...outcome, line: outcome?.line ?? null })}\n`,
    )
  else if (!quiet) process.stdout.write(`${makeLine(text)}\n`)
  return exitCodes.done
}
