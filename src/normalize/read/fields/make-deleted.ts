import type { DeletedEntry } from '../../../model.ts'
import type { Warn } from '../collect-warnings.ts'
import type { Fields } from '../xml/element.ts'
import type { Context } from '../xml/enter-element.ts'
import { readDate } from './find-date.ts'
import { limitId } from './limit-id.ts'

/** Most deletions that are read, as many as a version may have entries. */
const mostDeleted = 5000

/** The entries that a feed says are deleted: `at:deleted-entry`, an extension of Atom (RFC 6721) that RSS may carry, too. */
export function makeDeleted(fields: Fields, { language }: Context, warn: Warn): DeletedEntry[] {
  return (fields.get('at:deleted-entry') ?? []).slice(0, mostDeleted).flatMap(({ attributes }) => {
    const id = attributes.ref?.trim() ?? ''
    return id === ''
      ? []
      : [{ id: limitId(id), at: readDate(attributes.when ?? '', attributes['xml:lang'] ?? language, warn) }]
  })
}
