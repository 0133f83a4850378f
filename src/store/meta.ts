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
  /** "yes" once a build that stored an entry has ended. */
  | 'finished'
  /** When the last backup was made, in milliseconds; "0": another one is due. */
  | 'backed_up'
  /** The limits of age and the list of purges that were last applied to entries, JSON. */
  | 'max_age'
  | 'purged'
  /** Which kinds of topics are indexed, JSON, and up to which revision. */
  | 'topics'
  | 'topics_to'
  /** For which mode pictures are indexed: "cache", "measure" or "", and up to which revision. */
  | 'pictures'
  | 'pictures_to'
  /** The limit of all pictures together, in bytes, that was last applied. */
  | 'pictures_most'
  /** A hash of the plug-ins by which entries are shaped, and the revision up to which they are shaped. */
  | 'plugins'
  | 'shaped'
  /** The revision up to which the rules of feeds.yaml were applied to entries. */
  | 'judged'
  /** The version of the rule by which all stored domains were found. */
  | 'has_domains'
  /** The version of the rule by which the link keys of all entries were made. */
  | 'link_keys'
  /** When the operator was last told of a daily topic, in milliseconds. */
  | `told_${DailyTopic}`
  /** Marks an incomplete copy: see `copyTables`. */
  | 'copying'
  /** The last good copies of reading lists, JSON; only where the state is in PostgreSQL. */
  | 'lists'
  /** Who has the lock, in words. */
  | 'holder'

/** Statements, and the memory that may hold what they would read. */
export type MetaPlace = Statements & { memory?: Memory }

const statements = {
  one: 'SELECT value FROM meta WHERE name = ?',
  // Without the reading lists: they are long, and not read while a build holds its lock.
  all: "SELECT name, value FROM meta WHERE name <> 'lists'",
  put: 'INSERT INTO meta (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
}

/** Read one value from the database. A build that holds its lock reads all values in one statement, and from memory after that. */
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

/** Change a value by a statement that returns the new value. */
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

/** Forget the values in memory: what was written is undone, or another process may have written. */
export function forgetMeta({ meta }: Memory): void {
  meta.changes += 1
  meta.values = undefined
  meta.ends = undefined
}
