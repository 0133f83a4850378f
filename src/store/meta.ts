import type { Statements } from './database.ts'

/** What the store knows of itself: each a name and a text. */
type MetaName =
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
  /** A hash of the plug-ins that entries are shaped by, and the revision up to which they are. */
  | 'plugins'
  | 'shaped'
  /** The revision up to which entries are in line with the rules of feeds.yaml. */
  | 'judged'
  /** "yes" once the domains of all that an older version stored are known. */
  | 'has_domains'
  /** When the operator was last told of what is told once a day, in milliseconds. */
  | 'told_outage'
  | 'told_owner'
  /** Of half a copy: see `copyTables`. */
  | 'copying'
  /** The last good copies of reading lists, JSON; where the state is no folder. */
  | 'lists'
  /** Who has the lock, in words. */
  | 'holder'

export async function readMeta(database: Statements, name: MetaName): Promise<string | undefined> {
  const row = await database.get<{ value: string }>('SELECT value FROM meta WHERE name = ?', name)
  return row?.value
}

export async function writeMeta(database: Statements, name: MetaName, value: string): Promise<void> {
  const put = 'INSERT INTO meta (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value'
  await database.run(put, name, value)
}
