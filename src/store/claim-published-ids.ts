import type { EntryRecord } from '../model.ts'
import { makeUuid } from '../text/make-uuid.ts'
import type { Database } from './database.ts'

/** Run once for all new entries of a feed. */
const takenStatement = 'SELECT published_id FROM entries WHERE published_id IN texts(?)'

/**
 * The ids under which new entries are published: the wished-for id of each entry if it is free, else an id made from the feed's address and
 * the entry's id. An id may be taken by an entry of another feed, or by an older entry of the same feed whose id was used again. An id that
 * plainly belongs to another feed is left to that feed, even if its entry has not come yet.
 *
 * @param isForeign whether an id belongs to another feed than the one of this address
 */
export async function claimPublishedIds(
  database: Database,
  records: EntryRecord[],
  isForeign: (id: string, feed: string) => boolean,
): Promise<string[]> {
  const findTaken = async (ids: string[]) => {
    const rows = await database.all<{ published_id: string }>(takenStatement, ids)
    return rows.map(({ published_id }) => published_id)
  }
  const taken = new Set(records.length === 0 ? [] : await findTaken(records.map(({ publishedId }) => publishedId)))
  const claimed: string[] = []
  for (const { feed, ids, publishedId } of records) {
    const id = ids[0] ?? publishedId
    let free = publishedId
    for (let next = 1; taken.has(free) || (next === 1 && isForeign(free, feed)); next += 1) {
      free = makeUuid(feed, next === 1 ? id : `${id} ${next}`)
      for (const other of await findTaken([free])) taken.add(other)
    }
    taken.add(free)
    claimed.push(free)
  }
  return claimed
}
