import type { DeletedEntry } from '../../../model.ts'
import { parseDate } from '../dates/parse-date.ts'
import type { Fields } from '../xml/element.ts'

/** The entries that a feed says are deleted: `at:deleted-entry`, an extension of Atom (RFC 6721) that RSS may carry, too. */
export function makeDeleted(fields: Fields): DeletedEntry[] {
  return (fields.get('at:deleted-entry') ?? []).flatMap(({ attributes }) => {
    const id = attributes.ref?.trim() ?? ''
    return id === '' ? [] : [{ id, at: parseDate(attributes.when ?? '') }]
  })
}
