import type { Planet } from '../../model.ts'

/** What readers see of a tag: its title from `tags:`, else the tag itself. */
export function nameTag(tag: string, { tags }: Pick<Planet, 'tags'>): string {
  // A tag may be called like what every object has.
  return (Object.hasOwn(tags, tag) ? tags[tag] : undefined) ?? tag
}
