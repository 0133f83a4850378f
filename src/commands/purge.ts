import { addToList, type ListItem, removeEmptyList, removeFromList } from '../config/edit-list.ts'
import { keepDollars } from '../config/fill-environment.ts'
import { type ConfigEdit, openConfigEdit } from '../config/open-config-edit.ts'
import { parseYaml } from '../config/parse-yaml.ts'
import { showFile } from '../config/show-file.ts'
import { listFeeds } from '../planet/list-feeds.ts'
import { makeLinkKey } from '../planet/make-purges.ts'
import { backUp } from '../store/back-up.ts'
import { lockBuild } from '../store/lock-build.ts'
import { openStore, readHolder } from '../store/open-store.ts'
import { explainDamage } from '../store/state-error.ts'
import type { FoundEntry, Store } from '../store/store.ts'
import { makeLine } from '../text/make-line.ts'
import { askOperator } from './ask-operator.ts'
import { buildOffline } from './build-offline.ts'
import { checkPlaces } from './check-places.ts'
import { exitCodes } from './exit-codes.ts'
import { findPurged, findTakenDown, labelEntry, type Purge } from './find-purged.ts'
import type { PurgeFlags } from './flags.ts'
import { loadPlanet, type PlanetPlaces } from './load-planet.ts'
import { print, printJson } from './print.ts'
import { quoteForShell } from './quote-for-shell.ts'
import { UsageError } from './usage-error.ts'

/** What was done: what `--json` prints. */
type Outcome = { purged: string; undone: boolean; line: number | undefined; written: number; deleted: number }

/**
 * `planet purge`: take an entry or a feed down, now and for ever, or let it come back. feeds.yaml keeps the record; the site is rewritten
 * at once from the stored entries.
 *
 * @returns the exit code
 */
export async function runPurge(word: string, flags: PurgeFlags): Promise<number> {
  if (flags.undo && flags.reason !== undefined) throw new UsageError('--undo needs no --reason')
  const places = await loadPlanet(flags)
  checkPlaces(places)
  const { code, isBackupDue } = await purgeAlone(word, places, flags)
  // What is taken down is taken down there, too.
  if (isBackupDue && places.state.kind === 'folder') await backUp(places.state.folder, new Date())
  return code
}

async function purgeAlone(
  word: string,
  places: PlanetPlaces,
  flags: PurgeFlags,
): Promise<{ code: number; isBackupDue: boolean }> {
  const lock = await lockBuild(places.state, () => readHolder(places.state))
  try {
    const store = await openStore(places.state, { lock })
    let code: number
    let isBackupDue: boolean
    try {
      const edit = await openConfigEdit(places.config.file)
      code = await (flags.undo ? undo(word, places, edit, store, flags) : purge(word, places, edit, store, flags))
      isBackupDue = !flags.dryRun && (await store.isBackupDue(new Date()))
    } finally {
      await store.close()
    }
    // What is taken down is taken down there, too.
    if (places.config.state === 'publish' && !flags.dryRun) {
      await (await import('./publish-state.ts')).publishState(places, false)
    }
    return { code, isBackupDue }
  } catch (error) {
    throw explainDamage(error, places.state)
  } finally {
    await lock.release()
  }
}

async function purge(word: string, places: PlanetPlaces, edit: ConfigEdit, store: Store, flags: PurgeFlags) {
  const feeds = await listFeeds(places.config, store)
  const { item, label, entries } = await findPurged(word.trim(), feeds, store, places.config.timezone)
  const { purged } = places.config
  const listed = purged.findIndex((other) => other.entry === item.entry && other.feed === item.feed)
  const text = listed === -1 ? addToList(edit.text, 'purged', makeItem(item, flags.reason)) : edit.text
  if (text === undefined)
    throw cannotEdit(
      Object.entries(item)
        .map(([key, value]) => `${key}: ${value}`)
        .join(', '),
      'add',
    )
  const lines =
    entries.length === 1
      ? []
      : entries.map((entry) => `  ${labelEntry(entry, feeds, places.config.timezone)} <${entry.feed}>`)
  if (flags.dryRun) return say(flags, [`Would take down ${label}; nothing was written.`, ...lines], undefined, entries)
  const question = `Takes down ${label}: its text is deleted, goes from all pages and feeds, and does not come back. Go on?`
  if (listed === -1 && !(await askOperator([question, ...lines].map(makeListLine).join('\n')))) {
    return say(flags, ['Nothing was done.'])
  }
  if (listed === -1) await edit.write(text)
  const { written, deleted } = await rebuild(flags, store)
  const { line } = parseYaml(text).placeOf(['purged', listed === -1 ? purged.length : listed])
  const outcome: Outcome = { purged: item.entry ?? item.feed ?? word, undone: false, line, written, deleted }
  const file = showFile(places.config.file)
  const done = `${listed === -1 ? 'Done' : 'Was taken down already'}: ${label}. ${file} line ${line}: purged. ${countFiles(outcome)}`
  const copies = 'Search engines and subscribers may still hold copies.'
  return say(flags, lines.length === 0 ? [`${done} ${copies}`] : [done, ...lines, copies], outcome, entries)
}

async function undo(word: string, places: PlanetPlaces, edit: ConfigEdit, store: Store, flags: PurgeFlags) {
  const { purged, file } = places.config
  const index = await findTakenDown(word.trim(), purged, await listFeeds(places.config, store), store)
  const text = removeFromList(edit.text, 'purged', index)
  const value = purged[index]?.entry ?? purged[index]?.feed ?? word
  if (text === undefined) throw cannotEdit(value, 'remove')
  if (flags.dryRun) return say(flags, [`Would let ${value} come back; nothing was written.`])
  await edit.write(removeEmptyList(text, 'purged'))
  const { written, deleted, listed } = await rebuild(flags, store)
  const outcome: Outcome = { purged: value, undone: true, line: undefined, written, deleted }
  const back =
    'Its text was deleted: it comes back when its feed, which is asked for all it has once more, still has it.'
  const feed = purged[index]?.feed ?? (await store.findEntries(value, makeLinkKey(value)))[0]?.feed
  // A command of its own line can be copied.
  const command =
    feed !== undefined && listed.has(feed)
      ? ['To ask it at once:', `  planet build --force ${quoteForShell(feed)}`]
      : []
  return say(
    flags,
    [`Done: ${value} no longer stands under purged: in ${showFile(file)}. ${back}`, ...command],
    outcome,
  )
}

function makeItem(item: Purge['item'], reason = ''): ListItem {
  const { entry, feed } = item
  if (entry !== undefined && feed === undefined && reason.trim() === '') return keepDollars(entry)
  const keys = { ...item, ...(reason.trim() === '' ? {} : { reason: reason.trim() }) }
  return Object.fromEntries(Object.entries(keys).map(([key, value]) => [key, keepDollars(value)]))
}

/** With feeds.yaml as it is now. */
async function rebuild(flags: PurgeFlags, store: Store) {
  const places = await loadPlanet(flags)
  const report = await buildOffline(places, store)
  const listed = new Set(places.config.feeds.map(({ url }) => url))
  return { written: report.written.length, deleted: report.deleted.length, listed }
}

function cannotEdit(item: string, what: 'add' | 'remove'): UsageError {
  const advice = what === 'add' ? 'add this line there by hand' : 'take this out there by hand'
  return new UsageError(`the list purged: is written in a way that planet cannot edit; ${advice}: - ${item}`)
}

function countFiles({ written, deleted }: Outcome): string {
  return `${written + deleted} ${written + deleted === 1 ? 'file' : 'files'} of the site changed.`
}

function say({ json, quiet }: PurgeFlags, lines: string[], outcome?: Outcome, entries: FoundEntry[] = []): number {
  if (json) {
    const goners = entries.map(({ feed, publishedId, link = null, title = null }) => ({
      feed,
      publishedId,
      link,
      title,
    }))
    const done = { schema: 1, done: outcome !== undefined, ...outcome, line: outcome?.line ?? null, entries: goners }
    printJson(done)
  } else if (!quiet) print(`${lines.map(makeListLine).join('\n')}\n`)
  return exitCodes.done
}

/** Text of feeds on one line; two blanks at its beginning are kept. */
function makeListLine(line: string): string {
  return `${line.startsWith('  ') ? '  ' : ''}${makeLine(line)}`
}
