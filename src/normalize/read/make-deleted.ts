import type { DeletedEntry } from '../../model.ts'
import type { Fields } from './element.ts'
import { parseDate } from './parse-date.ts'

/** The entries that a feed says are deleted: `at:deleted-entry`, an extension of Atom (RFC 6721) that RSS may carry, too. */
export function makeDeleted(fields: Fields): DeletedEntry[] {
  return (fields.get('at:deleted-entry') ?? []).flatMap(({ attributes }) => {
    const id = attributes.ref?.trim() ?? ''
    return id === '' ? [] : [{ id, at: parseDate(attributes.when ?? '') }]
  })
}
