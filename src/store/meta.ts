import type { DailyTopic } from './daily-topic.ts'
import type { Statements } from './database.ts'
import type { Memory } from './open-memory.ts'

/** What the store knows of itself: each a name and a text. */
export type MetaName =
  /** A number that grows with every change of an entry: see `openTouch`. */
  | 'revision'
  /** When an entry was last added or changed, in milliseconds. */
  | 'updated'
  /** The time of the last build, in milliseconds. */
  | 'built_at'
  /** "yes" once a build has ended that stored anything. */
  | 'finished'
  /** When the last copy was made, in milliseconds; "0": another is due. */
  | 'backed_up'
  /** The limits of age and the list of purges that entries are in line with, JSON. */
  | 'max_age'
  | 'purged'
  /** Which topics are kept account of, JSON, and up to which revision. */
  | 'topics'
  | 'topics_to'
  /** What is known of pictures is for: "cache" or "measure", or nothing; up to which revision it is. */
  | 'pictures'
  | 'pictures_to'
  /** The limit of all pictures together that some were dropped for, in bytes. */
  | 'pictures_most'
  /** A hash of the plug-ins that entries are shaped by, and the revision up to which they are. */
  | 'plugins'
  | 'shaped'
  /** The revision up to which entries are in line with the rules of feeds.yaml. */
  | 'judged'
  /** The version of the rule by which the domains of all that is stored were found. */
  | 'has_domains'
  /** The version of the rule by which the link keys of all entries were made. */
  | 'link_keys'
  /** When the operator was last told of what is told once a day, in milliseconds. */
  | `told_${DailyTopic}`
  /** Of half a copy: see `copyTables`. */
  | 'copying'
  /** The last good copies of reading lists, JSON; where the state is no folder. */
  | 'lists'
  /** Who has the lock, in words. */
  | 'holder'

/** Statements, and what is kept in memory of what they would read, where anything is. */
export type MetaPlace = Statements & { memory?: Memory }

const statements = {
  one: 'SELECT value FROM meta WHERE name = ?',
  // Lists are long, and read by nobody who has a build's lock.
  all: "SELECT name, value FROM meta WHERE name <> 'lists'",
  put: 'INSERT INTO meta (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
}

/** One of them as it stands there; by whoever has the lock of a build, all in one statement, and from memory after that. */
export async function readMeta(database: MetaPlace, name: MetaName): Promise<string | undefined> {
  const meta = database.memory?.meta
  if (meta === undefined || !meta.isKept || name === 'lists') {
    return (await database.get<{ value: string }>(statements.one, name))?.value
  }
  if (meta.values !== undefined) return meta.values.get(name)
  const { changes } = meta
  const rows = await database.all<{ name: string; value: string }>(statements.all)
  const values = new Map(rows.map((row) => [row.name, row.value]))
  if (meta.changes === changes) meta.values = values
  return values.get(name)
}

export async function writeMeta(database: MetaPlace, name: MetaName, value: string): Promise<void> {
  await changeMeta(database, name, async () => {
    await database.run(statements.put, name, value)
    return value
  })
}

/** Change one of them by a statement that says what it is then. */
export async function changeMeta(database: MetaPlace, name: MetaName, change: () => Promise<string>): Promise<string> {
  const meta = database.memory?.meta
  if (meta !== undefined) {
    meta.changes += 1
    if (name === 'revision') meta.ends = undefined
  }
  const value = await change()
  meta?.values?.set(name, value)
  return value
}

/** What was written is undone, or others may have written. */
export function forgetMeta({ meta }: Memory): void {
  meta.changes += 1
  meta.values = undefined
  meta.ends = undefined
}
