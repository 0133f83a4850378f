import type { EntryRecord } from '../model.ts'
import { makeUuid } from '../text/make-uuid.ts'
import type { Database } from './database.ts'
import { prepare } from './prepare.ts'

/** Asked for every new entry. */
const takenStatement = 'SELECT 1 AS one FROM entries WHERE published_id = ?'

/**
 * The id that a new entry is published under: the one it wishes for where nobody has it, else one made from its feed's address
 * and its id. What has it may be another feed's, or an older entry of its own whose id was given to this one.
 */
export function claimPublishedId(database: Database.Database, { feed, ids, publishedId }: EntryRecord): string {
  const taken = prepare(database, takenStatement)
  const id = ids[0] ?? publishedId
  let free = publishedId
  for (let next = 1; taken.get(free) !== undefined; next += 1) free = makeUuid(feed, next === 1 ? id : `${id} ${next}`)
  return free
}
