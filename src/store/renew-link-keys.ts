import type { EntryKeys } from '../model.ts'
import type { Database, Values } from './database.ts'
import { readMeta, writeMeta } from './meta.ts'
import { openTouch } from './open-touch.ts'

/** Rows that are read at once. */
const piece = 2000

const statements = {
  some: `SELECT entry_id, link, link_path, link_key FROM entries
    WHERE entry_id > ? AND link_key IS NOT NULL AND link IS NOT NULL ORDER BY entry_id LIMIT ${piece}`,
  put: 'UPDATE entries SET link_path = ?, link_key = ? WHERE entry_id = ?',
}

type Row = { entry_id: number; link: string; link_path: string | null; link_key: string }

/**
 * Make the link keys of all entries again where an older version of the program made them by another rule; also of entries that were taken
 * down, which would otherwise come back as new ones. Runs once after an upgrade, and reads the whole history.
 *
 * @param version of the rule
 */
export async function renewLinkKeys(
  database: Database,
  version: number,
  makeKeys: (link: string) => Pick<EntryKeys, 'linkPath' | 'linkKey'>,
): Promise<void> {
  if ((await readMeta(database, 'link_keys')) === String(version)) return
  await database.transaction(async (tx) => {
    const touch = openTouch(tx)
    for (let last = 0, isMore = true; isMore; ) {
      const rows = await tx.all<Row>(statements.some, last)
      const changed = rows.flatMap(({ entry_id, link, link_path, link_key }): Values[] => {
        const { linkPath = null, linkKey = null } = makeKeys(link)
        return linkPath === link_path && linkKey === link_key ? [] : [[linkPath, linkKey, entry_id]]
      })
      await tx.batch(statements.put, changed)
      await touch.entries(changed.map(([, , key]) => Number(key)))
      last = rows.at(-1)?.entry_id ?? last
      isMore = rows.length === piece
    }
    await writeMeta(tx, 'link_keys', String(version))
  })
}
