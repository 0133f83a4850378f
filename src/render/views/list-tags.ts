import type { Planet } from '../../model.ts'

/** The tags of listed blogs in the order in which they are first named, and the feeds of each. */
export function listTags({ subscriptions }: Planet): Map<string, string[]> {
  const tags = new Map<string, string[]>()
  for (const { source, active } of subscriptions) {
    for (const tag of active ? new Set(source.tags) : []) tags.set(tag, [...(tags.get(tag) ?? []), source.url])
  }
  return tags
}
