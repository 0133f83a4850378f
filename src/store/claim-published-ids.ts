import type { EntryRecord } from '../model.ts'
import { makeUuid } from '../text/make-uuid.ts'
import type { Database } from './database.ts'

/** Asked for all new entries of a feed. */
const takenStatement = 'SELECT published_id FROM entries WHERE published_id IN texts(?)'

/**
 * The ids that new entries are published under: the one that each wishes for where nobody has it, else one made from its feed's
 * address and its id. What has it may be another feed's, or an older entry of its own whose id was given to this one. One that is
 * plainly of another feed is left to that feed, though it may not have come yet.
 *
 * @param isForeign whether an id is of another feed than that of this address
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
