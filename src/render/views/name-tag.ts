import type { Planet } from '../../model.ts'
import { findOwn } from '../../text/find-own.ts'

/** What readers see of a tag: its title from `tags:`, else its name as a category, else the tag itself. */
export function nameTag(tag: string, { tags }: Pick<Planet, 'tags'>, name = tag): string {
  // A tag may be called like what every object has.
  return findOwn(tags, tag) ?? name
}
